import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import { InvoiceTemplateEntity } from './invoice-template.entity';

@Injectable()
export class InvoiceTemplateRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest version; null while the invoices are plain. */
  async current(): Promise<InvoiceTemplateEntity | null> {
    const [newest] = await this.dataSource.manager.find(InvoiceTemplateEntity, {
      order: { version: 'DESC' },
      take: 1,
    });
    return newest ?? null;
  }

  /** The newest version, with every other writer waiting behind this one. */
  async lockCurrent(tx: Transaction): Promise<InvoiceTemplateEntity | null> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('billing.invoice_template'))`);
    const [newest] = await tx.manager.find(InvoiceTemplateEntity, { order: { version: 'DESC' }, take: 1 });
    return newest ?? null;
  }

  async add(tx: Transaction, template: InvoiceTemplateEntity): Promise<void> {
    await tx.manager.insert(InvoiceTemplateEntity, template);
  }
}
