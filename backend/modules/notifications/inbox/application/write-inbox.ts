import { Injectable } from '@nestjs/common';
import type { Transaction } from '@calmness/platform/database';
import { LivePublisher } from '@calmness/platform/live';
import { NotificationRepository, type NewNotification } from '../persistence/notification.repository';

/** Puts a message into a member's list; his open pages hear of it when the transaction commits. */
@Injectable()
export class WriteInbox {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly live: LivePublisher,
  ) {}

  async add(tx: Transaction, notification: NewNotification): Promise<void> {
    const { id, memberId } = notification;
    if (await this.notifications.add(tx, notification))
      await this.live.publish(tx, memberId, { kind: 'notification', id });
  }
}
