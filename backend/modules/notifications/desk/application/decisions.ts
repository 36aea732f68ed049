import { notificationChannels, type ChannelDecision } from '@calmness/contracts';
import type { IntentEntity } from '../../announcements/persistence/intent.entity';

/** What was decided for each channel, in the order the house names them. */
export function decisionsOf(intent: Pick<IntentEntity, 'decisions'> | null): ChannelDecision[] {
  return notificationChannels.flatMap((channel) => {
    const decision = intent?.decisions[channel];
    return decision ? [{ channel, decision }] : [];
  });
}
