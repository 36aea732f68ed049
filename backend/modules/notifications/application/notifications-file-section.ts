import { Injectable } from '@nestjs/common';
import { MemberFileSection, type MemberFilePart } from '@calmness/platform/composition';
import type { Uuid } from '@calmness/platform/ids';
import { DeliveryRepository } from '../delivery/persistence/delivery.repository';

const newest = 20;

/** What was sent to a member and how it went; never the words. */
@Injectable()
export class NotificationsFileSection extends MemberFileSection {
  readonly name = 'notifications';
  readonly permission = 'notifications.mail-read';

  constructor(private readonly deliveries: DeliveryRepository) {
    super();
  }

  async read(memberId: Uuid): Promise<MemberFilePart> {
    const deliveries = await this.deliveries.newestOf(memberId, newest);
    return {
      messages: deliveries.map(({ id, channel, template, state, createdAt }) => ({
        ...{ id, channel, template, state },
        created_at: createdAt.toISOString(),
      })),
    };
  }
}
