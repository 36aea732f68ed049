import type { BroadcastChannel, BroadcastForecast } from '@calmness/contracts';
import type { Decision, Decisions } from '../../announcements/domain/decision';

/** Something leaves there, or stands in the list. */
const going: readonly Decision[] = ['told', 'queued', 'digested'];

/** The channels one person is told by. */
export function channelsOf(decisions: Decisions, chosen: readonly BroadcastChannel[]): BroadcastChannel[] {
  return chosen.filter((channel) => going.includes(decisions[channel] ?? 'opted-out'));
}

/** What would become of everybody, from what would be decided for each. */
export function forecastOf(
  people: readonly Decisions[],
  chosen: readonly BroadcastChannel[],
): BroadcastForecast {
  const told = people.map((decisions) => channelsOf(decisions, chosen));
  const silent = people.filter((_decisions, index) => told[index]?.length === 0);
  // Somebody who said no and has no phone here said no.
  const refused = silent.filter((decisions) => Object.values(decisions).includes('opted-out'));
  return {
    people: people.length,
    reached: people.length - silent.length,
    opted_out: refused.length,
    unreachable: silent.length - refused.length,
    by_channel: chosen.map((channel) => ({
      channel,
      people: told.filter((channels) => channels.includes(channel)).length,
    })),
  };
}
