import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { IsoDate } from '@calmness/events';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import type { LedgerEntry, LedgerKind } from '../domain/ledger-entry';

interface LedgerRow {
  seq: string;
  kind: LedgerKind;
  at: Date;
  day: IsoDate;
  invoice_id: Uuid | null;
  amount_cents: number;
  detail: Record<string, string>;
  prev_hash: string;
  hash: string;
}

/** The append-only book; its head row makes writers queue up. */
@Injectable()
export class LedgerRepository {
  constructor(private readonly dataSource: DataSource) {}

  async lockHead(tx: Transaction): Promise<{ seq: number; hash: string }> {
    const [head] = await tx.query<{ last_seq: string; last_hash: string }>(
      `SELECT last_seq, last_hash FROM billing.ledger_head FOR UPDATE`,
    );
    if (!head) throw new Error('The ledger has no head');
    return { seq: Number(head.last_seq), hash: head.last_hash };
  }

  async head(): Promise<{ seq: number; hash: string }> {
    const [head] = await this.dataSource.query<{ last_seq: string; last_hash: string }[]>(
      `SELECT last_seq, last_hash FROM billing.ledger_head`,
    );
    return { seq: Number(head?.last_seq), hash: head?.last_hash ?? '' };
  }

  async append(tx: Transaction, entry: LedgerEntry): Promise<void> {
    await tx.query(
      `INSERT INTO billing.ledger_event
         (seq, kind, at, day, invoice_id, amount_cents, detail, prev_hash, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        entry.seq,
        entry.kind,
        entry.at,
        entry.day,
        entry.invoiceId,
        entry.amountCents,
        entry.detail,
        entry.prevHash,
        entry.hash,
      ],
    );
    await tx.query(`UPDATE billing.ledger_head SET last_seq = $1, last_hash = $2`, [entry.seq, entry.hash]);
  }

  /** The next entries after a rank, in order. */
  async after(seq: number, limit: number): Promise<LedgerEntry[]> {
    const rows = await this.dataSource.query<LedgerRow[]>(
      `SELECT seq, kind, at, day::text AS day, invoice_id, amount_cents, detail, prev_hash, hash
         FROM billing.ledger_event WHERE seq > $1 ORDER BY seq LIMIT $2`,
      [seq, limit],
    );
    return rows.map((row) => ({
      seq: Number(row.seq),
      kind: row.kind,
      at: row.at,
      day: row.day,
      invoiceId: row.invoice_id,
      amountCents: row.amount_cents,
      detail: row.detail,
      prevHash: row.prev_hash,
      hash: row.hash,
    }));
  }
}
