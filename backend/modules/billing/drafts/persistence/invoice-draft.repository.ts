import { Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import type { DraftState } from '../domain/draft';
import { InvoiceDraftEntity } from './invoice-draft.entity';

@Injectable()
export class InvoiceDraftRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(id: Uuid): Promise<InvoiceDraftEntity | null> {
    return this.dataSource.manager.findOneBy(InvoiceDraftEntity, { id });
  }

  lock(tx: Transaction, id: Uuid): Promise<InvoiceDraftEntity | null> {
    return tx.manager.findOne(InvoiceDraftEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Newest first. */
  list(state: DraftState, limit: number, beforeId?: string): Promise<InvoiceDraftEntity[]> {
    return this.dataSource.manager.find(InvoiceDraftEntity, {
      where: { state, ...(beforeId ? { id: LessThan(beforeId as Uuid) } : {}) },
      order: { id: 'DESC' },
      take: limit,
    });
  }

  async add(tx: Transaction, draft: InvoiceDraftEntity): Promise<void> {
    await tx.manager.insert(InvoiceDraftEntity, draft);
  }

  async update(tx: Transaction, id: Uuid, changes: Partial<InvoiceDraftEntity>): Promise<void> {
    await tx.manager.update(InvoiceDraftEntity, { id }, changes);
  }
}
