import { EventReplay } from '@calmness/platform/events';
import { requiredOption, type Command } from '../command';

const parkedAtOnce = 1_000;

export const replayEvents: Command = {
  name: 'outbox:replay',
  summary: 'gives events another chance: --parked, or --consumer= --from=<ISO instant>',
  run: async ({ app, options, say }) => {
    const replay = (await app()).get(EventReplay);
    if (options['parked']) {
      const parked = await replay.parked(parkedAtOnce);
      for (const row of parked) await replay.retry(row.consumer, row.event_id);
      say(`${parked.length} parked event(s) handed to the relay`);
      return;
    }
    const from = new Date(requiredOption(options, 'from'));
    if (Number.isNaN(from.getTime())) throw new Error('--from is not an instant');
    const count = await replay.backfill(requiredOption(options, 'consumer'), from);
    say(`${count} event(s) handed to the relay`);
  },
};
