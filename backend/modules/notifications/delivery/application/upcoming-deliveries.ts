import { Injectable } from '@nestjs/common';
import { ContactBook } from '@calmness/accounts';
import type { UpcomingEffect } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { UpcomingEffects } from '@calmness/platform/composition';
import { DeliveryRepository } from '../persistence/delivery.repository';

/** Messages that wait for an hour of their own: after quiet hours, in a summary, or unless the list is read by then. */
@Injectable()
export class UpcomingDeliveries extends UpcomingEffects {
  readonly name = 'notifications-deliveries';

  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly contacts: ContactBook,
    private readonly clock: Clock,
  ) {
    super();
  }

  async read(until: Date, limit: number): Promise<UpcomingEffect[]> {
    const waiting = await this.deliveries.waitingBefore(this.clock.now(), until, limit);
    const contacts = await this.contacts.contactsOf([...new Set(waiting.map((row) => row.recipientId))]);
    const names = new Map(contacts.map((one) => [one.memberId, `${one.firstName} ${one.lastName}`]));
    return waiting.flatMap(({ at, recipientId, channel, wait }) => {
      const who = names.get(recipientId);
      return who ? [{ at: at.toISOString(), kind: 'message', who, why: `${channel} ${wait}` }] : [];
    });
  }
}
