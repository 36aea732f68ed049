import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { WalletMovementKind } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import type { Transaction } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import { entriesOf, type WalletMovement } from '../domain/movement';

export interface StatementLine {
  id: Uuid;
  at: Date;
  kind: WalletMovementKind;
  amountCents: number;
  balanceCents: number;
  documentNumber: string | null;
  invoiceId: Uuid | null;
}
export interface OpenDeposit {
  invoiceId: Uuid;
  number: string;
  issueDate: IsoDate;
  amountCents: number;
}

/** The book of what the academy owes its members: append-only, both sides of each movement. */
@Injectable()
export class WalletRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One writer a member at a time: the balance is checked when the transaction ends. */
  async add(tx: Transaction, movement: WalletMovement, at: Date): Promise<void> {
    const { memberId, kind, sourceId, invoiceId } = movement;
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`billing.wallet|${memberId}`]);
    const added = await tx.query<{ id: Uuid }>(
      `INSERT INTO billing.wallet_movement (id, member_id, kind, source_id, invoice_id, at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (kind, source_id) DO NOTHING RETURNING id`,
      [newId(), memberId, kind, sourceId, invoiceId, at],
    );
    if (!added[0]) return;
    const entries = entriesOf(movement);
    await tx.query(
      `INSERT INTO billing.wallet_entry (movement_id, account, amount_cents)
       SELECT $1, account, cents FROM unnest($2::text[], $3::int[]) AS side (account, cents)`,
      [added[0].id, entries.map(({ account }) => account), entries.map(({ amountCents }) => amountCents)],
    );
  }

  async balance(tx: Transaction, memberId: Uuid): Promise<number> {
    const [row] = await tx.query<{ cents: number }>(
      `SELECT COALESCE(sum(e.amount_cents), 0)::int AS cents
         FROM billing.wallet_entry e JOIN billing.wallet_movement m ON m.id = e.movement_id
        WHERE m.member_id = $1 AND e.account = 'member'`,
      [memberId],
    );
    return row?.cents ?? 0;
  }

  /** Newest first, each with the balance after it. */
  statement(memberId: Uuid, limit: number): Promise<StatementLine[]> {
    return this.dataSource.query<StatementLine[]>(
      `SELECT m.id, m.at, m.kind, m.invoice_id AS "invoiceId", i.number AS "documentNumber",
              e.amount_cents AS "amountCents",
              sum(e.amount_cents) OVER (ORDER BY m.id)::int AS "balanceCents"
         FROM billing.wallet_movement m
         JOIN billing.wallet_entry e ON e.movement_id = m.id AND e.account = 'member'
         LEFT JOIN billing.invoice i ON i.id = m.invoice_id
        WHERE m.member_id = $1 ORDER BY m.id DESC LIMIT $2`,
      [memberId, limit],
    );
  }

  /** Deposits that were paid and that no final invoice has deducted yet. */
  openDeposits(memberId: Uuid): Promise<OpenDeposit[]> {
    return this.dataSource.query<OpenDeposit[]>(
      `SELECT i.id AS "invoiceId", i.number, i.issue_date::text AS "issueDate", i.total_cents AS "amountCents"
         FROM billing.invoice i
        WHERE i.member_id = $1 AND i.type = '386'
          AND i.paid_cents + COALESCE((SELECT sum(amount_cents) FROM billing.invoice_settlement s
                                        WHERE s.invoice_id = i.id), 0) >= i.total_cents
          AND NOT EXISTS (SELECT 1 FROM billing.invoice_link l WHERE l.preceding_id = i.id)
        ORDER BY i.year DESC, i.seq DESC`,
      [memberId],
    );
  }
}
