import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Uuid } from '@calmness/platform/ids';

export interface ArchivedDocument {
  fileId: Uuid;
  number: string;
  kind: string;
  sha256: string;
}

/** What an archive of a year holds beside the invoices. */
@Injectable()
export class ArchiveReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Rows of the book, or closings, as they are stored. */
  rows(
    table: 'ledger_event' | 'closing',
    year: number,
    after: number,
    limit: number,
  ): Promise<{ seq: string; row: object }[]> {
    const day = table === 'closing' ? 'from_day' : 'day';
    return this.dataSource.query<{ seq: string; row: object }[]>(
      `SELECT to_jsonb(entry) AS row, entry.seq FROM billing.${table} entry
        WHERE seq > $2 AND ${day} >= make_date($1, 1, 1) AND ${day} < make_date($1 + 1, 1, 1) ORDER BY seq LIMIT $3`,
      [year, after, limit],
    );
  }

  documents(year: number): Promise<ArchivedDocument[]> {
    return this.dataSource.query<ArchivedDocument[]>(
      `SELECT document.file_id AS "fileId", invoice.number, document.kind, document.sha256
         FROM billing.invoice_document document JOIN billing.invoice ON invoice.id = document.invoice_id
        WHERE invoice.year = $1 AND document.state = 'ready' ORDER BY invoice.seq, document.kind`,
      [year],
    );
  }

  /** Documents of the year that are not printed yet. */
  async waiting(year: number): Promise<number> {
    const [row] = await this.dataSource.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM billing.invoice_document document
         JOIN billing.invoice ON invoice.id = document.invoice_id
        WHERE invoice.year = $1 AND document.state <> 'ready'`,
      [year],
    );
    return row?.n ?? 0;
  }
}
