import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import type { InvoiceLink } from '../domain/invoice';
import type { InvoiceBalance } from '../domain/invoice-state';
import { InvoiceSettlementEntity } from './invoice-settlement.entity';

/** What happened to invoices since they were issued: settlements, credit notes, replacements. */
export interface InvoiceFigures {
  count: number;
  /** All taxes included; what a later invoice corrects or deducts is in that one. */
  invoicedCents: number;
  creditedCents: number;
}

@Injectable()
export class BalanceRepository {
  constructor(private readonly dataSource: DataSource) {}

  async of(
    invoiceIds: readonly Uuid[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<Uuid, InvoiceBalance>> {
    const rows = await manager.query<{ id: Uuid; settled: number; credited: number; replaced: boolean }[]>(
      `SELECT i.id,
              COALESCE((SELECT sum(amount_cents) FROM billing.invoice_settlement s
                         WHERE s.invoice_id = i.id), 0)::int AS settled,
              COALESCE((SELECT sum(amount_cents) FROM billing.invoice_link l
                         WHERE l.preceding_id = i.id AND l.role = 'credits'), 0)::int AS credited,
              EXISTS (SELECT 1 FROM billing.invoice_link l
                       WHERE l.preceding_id = i.id AND l.role <> 'credits') AS replaced
         FROM unnest($1::uuid[]) AS i (id)`,
      [invoiceIds],
    );
    return new Map(
      rows.map(({ id, settled, credited, replaced }) => [
        id,
        { settledCents: settled, creditedCents: credited, replaced },
      ]),
    );
  }

  /** Each later invoice that credits, corrects or deducts one, in the order of issue. */
  amendmentsOf(invoiceId: Uuid): Promise<InvoiceLink[]> {
    return this.dataSource.query<InvoiceLink[]>(
      `SELECT l.position, l.role, i.id AS "precedingId", i.number, i.issue_date::text AS "issueDate",
              l.amount_cents AS "amountCents"
         FROM billing.invoice_link l JOIN billing.invoice i ON i.id = l.invoice_id
        WHERE l.preceding_id = $1 ORDER BY i.year, i.seq`,
      [invoiceId],
    );
  }

  async settle(tx: Transaction, settlement: InvoiceSettlementEntity): Promise<void> {
    await tx.manager.insert(InvoiceSettlementEntity, settlement);
  }

  settlementByNumber(
    tx: Transaction,
    method: string,
    transactionNumber: string,
  ): Promise<InvoiceSettlementEntity | null> {
    return tx.manager.findOne(InvoiceSettlementEntity, {
      where: { method: method as InvoiceSettlementEntity['method'], transactionNumber },
    });
  }

  async figures(memberId: Uuid): Promise<InvoiceFigures> {
    const [row] = await this.dataSource.query<Record<keyof InvoiceFigures, string>[]>(
      `SELECT count(*) AS count,
              COALESCE(sum(i.total_cents) FILTER (WHERE i.type <> '381' AND NOT EXISTS (
                SELECT 1 FROM billing.invoice_link l
                 WHERE l.preceding_id = i.id AND l.role IN ('corrects', 'deducts'))), 0) AS "invoicedCents",
              COALESCE(sum(i.total_cents) FILTER (WHERE i.type = '381'), 0) AS "creditedCents"
         FROM billing.invoice i WHERE i.member_id = $1`,
      [memberId],
    );
    return {
      count: Number(row?.count),
      invoicedCents: Number(row?.invoicedCents),
      creditedCents: Number(row?.creditedCents),
    };
  }
}
