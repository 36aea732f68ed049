import type { Floor } from '../floor';
import { AccessLedger } from './application/access-ledger';
import { AccountsPersonalData } from './application/accounts-personal-data';
import { CancelErasure } from './application/cancel-erasure';
import { ErasureSubject } from './application/erasure-subject';
import { ExportSubject } from './application/export-subject';
import { InactivitySubject } from './application/inactivity-subject';
import { ReadExport } from './application/read-export';
import { RequestExport } from './application/request-export';
import { ScheduleErasure } from './application/schedule-erasure';
import { UpcomingErasures } from './application/upcoming-erasures';
import { AccessLedgerRepository } from './persistence/access-ledger.repository';
import { DataExportRepository } from './persistence/data-export.repository';
import { ErasureRepository } from './persistence/erasure.repository';
import { InactivityRepository } from './persistence/inactivity.repository';

/**
 * What a person may ask of us: his data, his erasure, who read his file. What asks every domain
 * (`PersonalDataSources`) is listed by the http and the jobs module: only their processes are composed with it.
 */
export const privacyFloor: Floor = {
  entities: [],
  inside: [
    AccessLedgerRepository,
    DataExportRepository,
    ErasureRepository,
    InactivityRepository,
    ReadExport,
    RequestExport,
  ],
  door: [
    AccessLedger,
    AccountsPersonalData,
    CancelErasure,
    ErasureSubject,
    ExportSubject,
    InactivitySubject,
    ScheduleErasure,
    UpcomingErasures,
  ],
};
