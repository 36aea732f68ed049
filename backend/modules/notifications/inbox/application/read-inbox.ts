import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import type { NotificationEntity } from '../persistence/notification.entity';
import {
  NotificationRepository,
  type InboxFilter,
  type InboxRows,
} from '../persistence/notification.repository';

/** Reads a member's messages, newest first. */
@Injectable()
export class ReadInbox {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly clock: Clock,
  ) {}

  /** One row more than asked for when there is a next page. */
  execute(filter: InboxFilter): Promise<InboxRows> {
    return this.notifications.page({ ...filter, limit: filter.limit + 1 }, this.clock.now());
  }

  unreadCount(memberId: Uuid): Promise<number> {
    return this.notifications.countUnread(memberId, this.clock.now());
  }

  /** @throws DomainError notifications.not-found, for another member's message too */
  async one(memberId: Uuid, id: Uuid): Promise<NotificationEntity> {
    const found = await this.notifications.find(memberId, id);
    if (!found) throw new DomainError('notifications.not-found', {}, 'not-found');
    return found;
  }
}
