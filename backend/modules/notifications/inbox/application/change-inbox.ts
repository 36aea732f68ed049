import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { LivePublisher } from '@calmness/platform/live';
import { NotificationRepository, type InboxChange } from '../persistence/notification.repository';

/** One change of a member's list, and the word to his other pages when there was something to change. */
@Injectable()
export class ChangeInbox {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notifications: NotificationRepository,
    private readonly live: LivePublisher,
    private readonly clock: Clock,
  ) {}

  /** Answers how many changed. @throws DomainError notifications.not-found, for another member's message too */
  one(memberId: Uuid, id: Uuid, change: InboxChange): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const changed = await this.notifications.changeOne(tx, { memberId, id }, now, change);
      if (changed > 0) await this.live.publish(tx, memberId, { kind: 'notification', id });
      else if (!(await this.notifications.find(memberId, id, tx)))
        throw new DomainError('notifications.not-found', {}, 'not-found');
      return changed;
    });
  }

  /** Answers how many changed; what is newer than `upToId` is left alone. */
  all(memberId: Uuid, change: InboxChange & { upToId?: Uuid }): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const changed = await this.notifications.changeAll(tx, memberId, this.clock.now(), change);
      if (changed > 0 && !change.silent)
        await this.live.publish(tx, memberId, { kind: 'notification', id: null });
      return changed;
    });
  }
}
