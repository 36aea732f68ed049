import { Injectable } from '@nestjs/common';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import type { NotificationEntity } from '../persistence/notification.entity';
import { NotificationRepository, type InboxFilter } from '../persistence/notification.repository';

export interface InboxPage {
  /** One more than asked for when there is a next page. */
  rows: NotificationEntity[];
  unreadCount: number;
}

/** Reads a member's messages, newest first. */
@Injectable()
export class ReadInbox {
  constructor(private readonly notifications: NotificationRepository) {}

  async execute(filter: InboxFilter): Promise<InboxPage> {
    const [rows, unreadCount] = await Promise.all([
      this.notifications.list({ ...filter, limit: filter.limit + 1 }),
      this.notifications.countUnread(filter.memberId),
    ]);
    return { rows, unreadCount };
  }

  unreadCount(memberId: Uuid): Promise<number> {
    return this.notifications.countUnread(memberId);
  }

  /** @throws DomainError notifications.not-found, for another member's message too */
  async one(memberId: Uuid, id: Uuid): Promise<NotificationEntity> {
    const found = await this.notifications.find(memberId, id);
    if (!found) throw new DomainError('notifications.not-found', {}, 'not-found');
    return found;
  }
}
