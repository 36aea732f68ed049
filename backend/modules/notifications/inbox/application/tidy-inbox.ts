import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { NotificationRepository } from '../persistence/notification.repository';

/** Marks and removes messages; doing it again changes nothing. */
@Injectable()
export class TidyInbox {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError notifications.not-found */
  async read(memberId: Uuid, id: Uuid): Promise<number> {
    await this.assertMine(memberId, id);
    return this.notifications.markRead(memberId, this.clock.now(), id);
  }

  readAll(memberId: Uuid): Promise<number> {
    return this.notifications.markRead(memberId, this.clock.now());
  }

  /** @throws DomainError notifications.not-found */
  async remove(memberId: Uuid, id: Uuid): Promise<number> {
    await this.assertMine(memberId, id);
    return this.notifications.remove(memberId, this.clock.now(), id);
  }

  removeRead(memberId: Uuid): Promise<number> {
    return this.notifications.remove(memberId, this.clock.now());
  }

  private async assertMine(memberId: Uuid, id: Uuid): Promise<void> {
    const found = await this.notifications.find(memberId, id);
    if (!found) throw new DomainError('notifications.not-found', {}, 'not-found');
  }
}
