import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import type { CreditedSoFar } from '../domain/credit';
import { vatKey, type VatCategory } from '../domain/totals';

/** What later invoices did to one: credited it, replaced it, deducted it. */
@Injectable()
export class CreditRepository {
  constructor(private readonly dataSource: DataSource) {}

  async creditedSoFar(
    invoiceId: Uuid,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<CreditedSoFar> {
    const notes = `SELECT invoice_id FROM billing.invoice_link WHERE preceding_id = $1 AND role = 'credits'`;
    const lines = await manager.query<{ position: number; cents: number }[]>(
      `SELECT of_position AS position, sum(amount_cents)::int AS cents
         FROM billing.invoice_line WHERE invoice_id IN (${notes}) GROUP BY 1`,
      [invoiceId],
    );
    const rates = await manager.query<
      { category: VatCategory; rate_bp: number | null; base: number; vat: number }[]
    >(
      `SELECT category, rate_bp, sum(base_cents)::int AS base, sum(vat_cents)::int AS vat
         FROM billing.invoice_vat WHERE invoice_id IN (${notes}) GROUP BY 1, 2`,
      [invoiceId],
    );
    return {
      lines: new Map(lines.map(({ position, cents }) => [position, cents])),
      rates: new Map(
        rates.map(({ category, rate_bp: rateBp, base, vat }) => [
          vatKey({ category, rateBp }),
          { baseCents: base, vatCents: vat },
        ]),
      ),
    };
  }

  /** True when a corrective or a final invoice stands in its place. */
  async isReplaced(tx: Transaction, invoiceId: Uuid): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM billing.invoice_link WHERE preceding_id = $1 AND role IN ('corrects', 'deducts')`,
      [invoiceId],
    );
    return rows.length > 0;
  }
}
