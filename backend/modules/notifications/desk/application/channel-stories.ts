import { notificationChannels, type ChannelStory } from '@calmness/contracts';
import type { IntentEntity } from '../../announcements/persistence/intent.entity';
import type { DeliveryEntity } from '../../delivery/persistence/delivery.entity';

/** What was decided by channel, and how each delivery of it fares; one line for each browser a push went to. */
export function channelStories(
  { decisions, finalStates }: Pick<IntentEntity, 'decisions' | 'finalStates'>,
  deliveries: readonly DeliveryEntity[],
): ChannelStory[] {
  return notificationChannels.flatMap((channel): ChannelStory[] => {
    const decision = decisions[channel];
    if (!decision) return [];
    const sent = deliveries.filter((one) => one.channel === channel);
    if (sent.length === 0) {
      const state = channel === 'in_app' ? null : (finalStates[channel] ?? null);
      return [{ channel, decision, state, reason: null, changed_at: null }];
    }
    return sent.map(({ state, lastReason, changedAt }) => ({
      ...{ channel, decision, state },
      reason: lastReason,
      changed_at: changedAt.toISOString(),
    }));
  });
}
