import { once } from 'node:events';
import { TicksByHand, type TickReport } from '@calmness/platform/events';
import type { Command } from '../command';

function line({ job, done, error }: TickReport): string {
  return `${job}: ${error ?? (done > 0 ? `${done} done` : 'ok')}`;
}

export const runScheduler: Command = {
  name: 'scheduler:run',
  summary: 'runs every tick in this process: [--once] and ends, else until it is interrupted',
  run: async ({ engine, options, say }) => {
    const ticks = (await engine()).get(TicksByHand);
    if (options['once'] !== true) {
      say('the scheduler runs; interrupt it to end');
      await ticks.until(Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]));
      return;
    }
    const reports = await ticks.once();
    for (const report of reports) say(line(report));
    const failed = reports.filter(({ error }) => error !== null);
    if (failed.length > 0) throw new Error(`${failed.length} tick(s) failed`);
  },
};
