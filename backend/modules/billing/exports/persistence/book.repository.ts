import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';
import type { LedgerEntry, LedgerKind } from '../../ledger/domain/ledger-entry';

export interface BookRow extends Pick<LedgerEntry, 'seq' | 'kind' | 'at' | 'day' | 'amountCents' | 'detail'> {
  invoiceId: Uuid;
  /** Money of the same invoice before this entry, EUR cents. */
  beforeCents: number;
  /** The book tells of the invoice's money itself; it did not for the oldest ones. */
  toldOfMoney: boolean;
}

/** The entries of the book an accountant books. */
@Injectable()
export class BookRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The next entries of a span of days, both ends included. */
  async after(seq: number, { from, to }: { from: IsoDate; to: IsoDate }, limit: number): Promise<BookRow[]> {
    const rows = await this.dataSource.query<
      (Omit<BookRow, 'seq' | 'beforeCents'> & { seq: string; beforeCents: string; kind: LedgerKind })[]
    >(
      `SELECT entry.seq, entry.kind, entry.at, entry.day::text AS day, entry.invoice_id AS "invoiceId",
              entry.amount_cents AS "amountCents", entry.detail,
              (SELECT COALESCE(sum(abs(other.amount_cents)), 0) FROM billing.ledger_event other
                WHERE other.invoice_id = entry.invoice_id AND other.kind = entry.kind AND other.seq < entry.seq
                  AND entry.kind <> 'invoice-issued') AS "beforeCents",
              EXISTS (SELECT 1 FROM billing.ledger_event other
                       WHERE other.invoice_id = entry.invoice_id
                         AND other.kind IN ('payment-received', 'refund-made')) AS "toldOfMoney"
         FROM billing.ledger_event entry
        WHERE entry.seq > $1 AND entry.day BETWEEN $2 AND $3
          AND entry.kind IN ('invoice-issued', 'payment-received', 'refund-made')
        ORDER BY entry.seq LIMIT $4`,
      [seq, from, to, limit],
    );
    return rows.map((row) => ({ ...row, seq: Number(row.seq), beforeCents: Number(row.beforeCents) }));
  }
}
