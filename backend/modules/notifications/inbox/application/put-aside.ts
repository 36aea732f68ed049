import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { LivePublisher } from '@calmness/platform/live';
import { inboxChanges, NotificationRepository } from '../persistence/notification.repository';
import { ChangeInbox } from './change-inbox';

const longestSnoozeMs = 366 * 86_400_000;

/** Messages one keeps out of sight: for good, or until an hour one chooses. */
@Injectable()
export class PutAside {
  constructor(
    private readonly change: ChangeInbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly notifications: NotificationRepository,
    private readonly live: LivePublisher,
    private readonly clock: Clock,
  ) {}

  /** What one puts away was dealt with: it counts as read. @throws DomainError notifications.not-found */
  archive(memberId: Uuid, id: Uuid): Promise<number> {
    return this.change.one(memberId, id, inboxChanges.archive);
  }

  /** @throws DomainError notifications.not-found */
  unarchive(memberId: Uuid, id: Uuid): Promise<number> {
    return this.change.one(memberId, id, inboxChanges.unarchive);
  }

  /**
   * Hides a message until an instant, when it comes back as new; null brings it back now.
   * @throws DomainError request.invalid for an instant that has passed or is over a year away,
   *   notifications.not-found
   */
  async snooze(memberId: Uuid, id: Uuid, until: Date | null): Promise<number> {
    if (until === null) return this.change.one(memberId, id, inboxChanges.wake);
    const ahead = until.getTime() - this.clock.now().getTime();
    // Not a number either: `2026-W47` is a date nobody can wait for.
    if (!(ahead > 0)) throw refusal('too_small');
    if (ahead > longestSnoozeMs) throw refusal('too_large');
    return this.change.one(memberId, id, {
      set: 'snoozed_until = $3, archived_at = NULL, read_at = NULL, seen_at = NULL',
      where: 'snoozed_until IS DISTINCT FROM $3',
      values: [until],
    });
  }

  /** Tells the pages of those whose messages have come back; the lists themselves know the hour. */
  async wakeDue(): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const members = await this.notifications.wakeDue(tx, this.clock.now());
      for (const memberId of members)
        await this.live.publish(tx, memberId, { kind: 'notification', id: null });
    });
  }
}

function refusal(code: 'too_small' | 'too_large'): DomainError {
  return new DomainError('request.invalid', {}, 'invalid', [{ field: 'until', code }]);
}
