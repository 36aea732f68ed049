import type { Floor } from '../floor';
import { AccountMapping } from './application/account-mapping';
import { NoPlatformGateway } from './application/platform-gateway';
import { ReportSales } from './application/report-sales';
import { ReportVat } from './application/report-vat';
import { WalkBook } from './application/walk-book';
import { WriteTables } from './application/write-tables';
import { WriteYearArchive } from './application/write-year-archive';
import { AccountRepository } from './persistence/account.repository';
import { ArchiveReader } from './persistence/archive-reader';
import { BookRepository } from './persistence/book.repository';

export const exportsFloor: Floor = {
  entities: [],
  repositories: [AccountRepository, ArchiveReader, BookRepository],
  useCases: [
    AccountMapping,
    NoPlatformGateway,
    ReportSales,
    ReportVat,
    WalkBook,
    WriteTables,
    WriteYearArchive,
  ],
  door: [],
};
