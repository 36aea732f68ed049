import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan, Not, type FindOptionsWhere } from 'typeorm';
import type { NotificationType } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { NotificationEntity } from './notification.entity';

export interface InboxFilter {
  memberId: Uuid;
  status: 'all' | 'read' | 'unread';
  type?: NotificationType;
  /** Rows older than this id. */
  beforeId?: Uuid;
  limit: number;
}

@Injectable()
export class NotificationRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** A message that is there already stays: a fact told twice is one message. */
  async add(tx: Transaction, notification: NotificationEntity): Promise<void> {
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(NotificationEntity)
      .values(notification)
      .orIgnore()
      .execute();
  }

  /** Newest first. */
  list(filter: InboxFilter): Promise<NotificationEntity[]> {
    const where: FindOptionsWhere<NotificationEntity> = { memberId: filter.memberId, deletedAt: IsNull() };
    if (filter.status === 'unread') where.readAt = IsNull();
    if (filter.status === 'read') where.readAt = Not(IsNull());
    if (filter.type) where.type = filter.type;
    if (filter.beforeId) where.id = LessThan(filter.beforeId);
    return this.dataSource.manager.find(NotificationEntity, {
      where,
      order: { id: 'DESC' },
      take: filter.limit,
    });
  }

  find(memberId: Uuid, id: Uuid): Promise<NotificationEntity | null> {
    return this.dataSource.manager.findOneBy(NotificationEntity, { id, memberId, deletedAt: IsNull() });
  }

  /** Whether the row of the same news was read, or put away unread. */
  async wasRead(intentId: Uuid): Promise<boolean> {
    const [row] = await this.dataSource.query<{ done: boolean }[]>(
      `SELECT coalesce(n.read_at, n.deleted_at) IS NOT NULL AS done FROM notifications.intent AS i
         JOIN notifications.notification AS n ON n.dedupe_key = i.dedupe_key WHERE i.id = $1`,
      [intentId],
    );
    return row?.done ?? false;
  }

  countUnread(memberId: Uuid): Promise<number> {
    return this.dataSource.manager.countBy(NotificationEntity, {
      memberId,
      readAt: IsNull(),
      deletedAt: IsNull(),
    });
  }

  /** Marks one message, or all of a member's when `id` is left out; answers how many changed. */
  async markRead(memberId: Uuid, now: Date, id?: Uuid): Promise<number> {
    const done = await this.dataSource.manager.update(
      NotificationEntity,
      { memberId, readAt: IsNull(), deletedAt: IsNull(), ...(id ? { id } : {}) },
      { readAt: now },
    );
    return done.affected ?? 0;
  }

  /** Removes one message, or all read ones when `id` is left out; answers how many went. */
  async remove(memberId: Uuid, now: Date, id?: Uuid): Promise<number> {
    const which = id ? { id } : { readAt: Not(IsNull()) };
    const done = await this.dataSource.manager.update(
      NotificationEntity,
      { memberId, deletedAt: IsNull(), ...which },
      { deletedAt: now },
    );
    return done.affected ?? 0;
  }
}
