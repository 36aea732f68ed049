import { Injectable } from '@nestjs/common';
import { DataSource, In, LessThan, type EntityManager } from 'typeorm';
import type { InvoiceType } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import type { IssuedInvoice } from '../domain/invoice';
import { AllocationEntity } from './allocation.entity';
import { InvoiceLinkEntity } from './invoice-link.entity';
import { InvoiceLineEntity } from './invoice-line.entity';
import { InvoiceVatEntity } from './invoice-vat.entity';
import { InvoiceEntity } from './invoice.entity';

export interface InvoiceSearch {
  memberId?: Uuid;
  type?: InvoiceType;
  beforeId?: string;
  limit: number;
}

@Injectable()
export class InvoiceRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Lines first: the header seals them. */
  async insert(tx: Transaction, { lines, vat, links, ...header }: IssuedInvoice): Promise<void> {
    const invoiceId = header.id;
    await tx.manager.insert(
      InvoiceLineEntity,
      lines.map((line) => ({ ...line, invoiceId })),
    );
    await tx.manager.insert(
      InvoiceVatEntity,
      vat.map((rate) => ({ ...rate, invoiceId })),
    );
    await tx.manager.insert(
      InvoiceLinkEntity,
      links.map((link) => ({ ...link, invoiceId })),
    );
    await tx.manager.insert(InvoiceEntity, { ...header, paymentNote: null });
  }

  async allocate(tx: Transaction, allocation: AllocationEntity): Promise<void> {
    await tx.manager.insert(AllocationEntity, allocation);
  }

  async find(
    id: Uuid,
    manager: EntityManager = this.dataSource.manager,
    memberId?: Uuid,
  ): Promise<IssuedInvoice | null> {
    const header = await manager.findOneBy(InvoiceEntity, { id, ...(memberId ? { memberId } : {}) });
    return header && ((await this.complete([header], manager))[0] ?? null);
  }

  async findByVerifyCode(verifyCode: string): Promise<IssuedInvoice | null> {
    const { manager } = this.dataSource;
    const header = await manager.findOneBy(InvoiceEntity, { verifyCode });
    return header && ((await this.complete([header], manager))[0] ?? null);
  }

  async findByIdempotencyKey(tx: Transaction, idempotencyKey: string): Promise<IssuedInvoice | null> {
    const header = await tx.manager.findOneBy(InvoiceEntity, { idempotencyKey });
    return header && ((await this.complete([header], tx.manager))[0] ?? null);
  }

  /** Newest first. */
  async search({ memberId, type, beforeId, limit }: InvoiceSearch): Promise<IssuedInvoice[]> {
    const headers = await this.dataSource.manager.find(InvoiceEntity, {
      where: {
        ...(memberId ? { memberId } : {}),
        ...(type ? { type } : {}),
        ...(beforeId ? { id: LessThan(beforeId as Uuid) } : {}),
      },
      order: { id: 'DESC' },
      take: limit,
    });
    return this.complete(headers, this.dataSource.manager);
  }

  async last(tx: Transaction, series: string): Promise<IssuedInvoice | null> {
    const header = await tx.manager.findOne(InvoiceEntity, {
      where: { series },
      order: { year: 'DESC', seq: 'DESC' },
    });
    return header && ((await this.complete([header], tx.manager))[0] ?? null);
  }

  /** The invoice that settles each payment; its last deposit while it is paid in part. */
  async ofPayments(
    paymentIds: readonly Uuid[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<Uuid, { invoiceId: Uuid; number: string }>> {
    const rows = await manager.query<{ payment_id: Uuid; id: Uuid; number: string }[]>(
      `SELECT a.payment_id, i.id, i.number
         FROM billing.allocation a JOIN billing.invoice i ON i.id = a.invoice_id
        WHERE a.payment_id = ANY($1) ORDER BY i.year, i.seq`,
      [paymentIds],
    );
    return new Map(rows.map((row) => [row.payment_id, { invoiceId: row.id, number: row.number }]));
  }

  async paymentOf(tx: Transaction, invoiceId: Uuid): Promise<Uuid | null> {
    const row = await tx.manager.findOneBy(AllocationEntity, { invoiceId });
    return row?.paymentId ?? null;
  }

  private async complete(headers: InvoiceEntity[], manager: EntityManager): Promise<IssuedInvoice[]> {
    if (headers.length === 0) return [];
    const where = { invoiceId: In(headers.map((header) => header.id)) };
    const order = { position: 'ASC' } as const;
    // One after the other: inside a transaction there is one connection.
    const lines = await manager.find(InvoiceLineEntity, { where, order });
    const vat = await manager.find(InvoiceVatEntity, { where, order });
    const links = await manager.find(InvoiceLinkEntity, { where, order });
    const linesOf = Map.groupBy(lines, (line) => line.invoiceId);
    const vatOf = Map.groupBy(vat, (rate) => rate.invoiceId);
    const linksOf = Map.groupBy(links, (link) => link.invoiceId);
    return headers.map(({ paymentNote, ...header }) => ({
      ...header,
      payments: paymentNote ? [paymentNote] : header.payments,
      lines: linesOf.get(header.id) ?? [],
      vat: vatOf.get(header.id) ?? [],
      links: linksOf.get(header.id) ?? [],
    }));
  }
}
