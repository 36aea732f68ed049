import { Injectable } from '@nestjs/common';
import type { NewsLine, WhyView } from '@calmness/contracts';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import type { IntentEntity } from '../../announcements/persistence/intent.entity';
import { IntentRepository } from '../../announcements/persistence/intent.repository';
import type { DeliveryEntity } from '../../delivery/persistence/delivery.entity';
import { DeliveryRepository } from '../../delivery/persistence/delivery.repository';
import { NotificationRepository } from '../../inbox/persistence/notification.repository';
import { channelStories } from './channel-stories';

/** Why did I get this, and why not by another way: the decision kept with each piece of news, and what came of it. */
@Injectable()
export class Explain {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly intents: IntentRepository,
    private readonly deliveries: DeliveryRepository,
  ) {}

  /** @throws DomainError notifications.not-found, for another member's message too */
  async why(memberId: Uuid, notificationId: Uuid): Promise<WhyView> {
    const row = await this.notifications.find(memberId, notificationId);
    const intent = row && (await this.intents.ofKey(memberId, row.dedupeKey));
    if (!intent) throw new DomainError('notifications.not-found', {}, 'not-found');
    return whyOf(intent, await this.deliveries.ofIntents([intent.id]));
  }

  /** The newest pieces of news for one person, for the staff: never their words. */
  async newestOf(memberId: Uuid, limit: number): Promise<NewsLine[]> {
    const intents = await this.intents.newestOf(memberId, limit);
    const deliveries = await this.deliveries.ofIntents(intents.map(({ id }) => id));
    return intents.map((intent) => ({
      id: intent.id,
      announcement: intent.announcement,
      ...whyOf(
        intent,
        deliveries.filter(({ intentId }) => intentId === intent.id),
      ),
    }));
  }
}

function whyOf(intent: IntentEntity, deliveries: readonly DeliveryEntity[]): WhyView {
  return {
    category: intent.category,
    decided_at: intent.createdAt.toISOString(),
    channels: channelStories(intent, deliveries),
  };
}
