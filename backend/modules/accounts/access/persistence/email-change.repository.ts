import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan, type EntityManager } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { EmailChangeEntity, type EmailChangeOutcome } from './email-change.entity';

@Injectable()
export class EmailChangeRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(changeId: Uuid, manager: EntityManager = this.dataSource.manager): Promise<EmailChangeEntity | null> {
    return manager.findOneBy(EmailChangeEntity, { id: changeId });
  }

  open(memberId: Uuid): Promise<EmailChangeEntity | null> {
    return this.dataSource.manager.findOneBy(EmailChangeEntity, { memberId, closedAt: IsNull() });
  }

  async add(tx: Transaction, change: EmailChangeEntity): Promise<void> {
    await tx.manager.insert(EmailChangeEntity, change);
  }

  async update(tx: Transaction, changeId: Uuid, changes: Partial<EmailChangeEntity>): Promise<void> {
    await tx.manager.update(EmailChangeEntity, { id: changeId }, changes);
  }

  /** Ends the open change of a member; nothing when there is none. */
  async close(tx: Transaction, memberId: Uuid, outcome: EmailChangeOutcome, now: Date): Promise<void> {
    await tx.manager.update(EmailChangeEntity, { memberId, closedAt: IsNull() }, { closedAt: now, outcome });
  }

  /** Forgets changes whose time was over before the instant, after their links. */
  async removeExpired(tx: Transaction, before: Date): Promise<void> {
    await tx.manager.delete(EmailChangeEntity, { expiresAt: LessThan(before) });
  }
}
