import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@calmness/platform/clock';
import { StoredFiles } from '@calmness/platform/files';
import type { Uuid } from '@calmness/platform/ids';

/** Files read at each check; over the year every one has its turn. */
const sample = 25;

export interface DocumentVerdict {
  /** Files read and found as they were stored. */
  read: number;
  /** Numbers of the invoices whose document is not the one the book told of. */
  damaged: string[];
}

/**
 * Compares documents with what the book said when they were stored: every SHA-256 by one query, and the bytes of a
 * few files, other ones each day.
 */
@Injectable()
export class VerifyDocuments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: StoredFiles,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<DocumentVerdict> {
    const damaged = new Set(await this.untrue());
    let read = 0;
    for (const { fileId, number } of await this.sampled()) {
      const sound = await this.files.read(fileId).then(
        () => true,
        () => false,
      );
      if (sound) read += 1;
      else damaged.add(number);
    }
    return { read, damaged: [...damaged] };
  }

  private async untrue(): Promise<string[]> {
    const rows = await this.dataSource.query<{ number: string }[]>(
      `SELECT DISTINCT invoice.number
         FROM billing.invoice_document document
         JOIN billing.invoice ON invoice.id = document.invoice_id
         LEFT JOIN platform.stored_file file ON file.id = document.file_id
        WHERE document.state = 'ready'
          AND (file.sha256 IS DISTINCT FROM document.sha256 OR NOT EXISTS (
            SELECT 1 FROM billing.ledger_event entry
             WHERE entry.invoice_id = document.invoice_id AND entry.kind = 'document-stored'
               AND entry.detail->>'sha256' = document.sha256))
        ORDER BY 1 LIMIT 100`,
    );
    return rows.map(({ number }) => number);
  }

  private sampled(): Promise<{ fileId: Uuid; number: string }[]> {
    return this.dataSource.query<{ fileId: Uuid; number: string }[]>(
      `SELECT document.file_id AS "fileId", invoice.number
         FROM billing.invoice_document document JOIN billing.invoice ON invoice.id = document.invoice_id
        WHERE document.state = 'ready' ORDER BY md5(document.id::text || $1) LIMIT $2`,
      [this.clock.today(), sample],
    );
  }
}
