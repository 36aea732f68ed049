import { Injectable } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { TicksByHandModule } from './events.module';
import { OnTick } from './on-domain-event';
import { SchedulerWatch } from './scheduler-watch';
import { TickRunner } from './tick-runner';
import { TicksByHand } from './ticks-by-hand';

@Injectable()
class Bell {
  readonly rung: string[] = [];
  fails = false;

  constructor(private readonly ticks: TicksByHand) {}

  @OnTick({ name: 'test.answer', cron: '0 0 0 1 1 *' })
  answer(): Promise<void> {
    this.rung.push('answer');
    return Promise.resolve();
  }

  @OnTick({ name: 'test.ring', cron: '* * * * * *' })
  ring(): Promise<number> {
    if (this.fails) return Promise.reject(new Error('the rope broke'));
    this.rung.push('ring');
    this.ticks.wake('test.answer');
    return Promise.resolve(3);
  }
}

describe('the runs of ticks', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await startTestContext({ imports: [TicksByHandModule], providers: [Bell] });
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await context.dataSource.query('TRUNCATE platform.tick_run');
    context.get(Bell).rung.length = 0;
    context.get(Bell).fails = false;
  });
  const runs = () =>
    context.dataSource.query<object[]>(
      `SELECT job, sum(runs)::int AS runs, sum(failures)::int AS failures, sum(done)::int AS done,
              max(error) AS error, bool_and(ended_at >= started_at) AS ended
         FROM platform.tick_run WHERE job LIKE 'test.%' GROUP BY job ORDER BY job`,
    );

  it('are written down with what they did; those that were woken run again', async () => {
    const reports = await context.get(TicksByHand).once();
    expect(reports.filter(({ job }) => job.startsWith('test.'))).toEqual([
      { job: 'test.answer', done: 0, error: null },
      { job: 'test.ring', done: 3, error: null },
      { job: 'test.answer', done: 0, error: null },
    ]);
    const fine = { failures: 0, error: null, ended: true };
    expect(await runs()).toEqual([
      { job: 'test.answer', runs: 2, done: 0, ...fine },
      { job: 'test.ring', runs: 1, done: 3, ...fine },
    ]);
  });

  it('say why they failed, and the others run', async () => {
    context.get(Bell).fails = true;
    const reports = await context.get(TicksByHand).once();
    expect(reports.map(({ job }) => job)).toContain('platform.sweep-events');
    expect((await runs())[1]).toMatchObject({ failures: 1, error: 'Error: the rope broke', ended: true });
  });

  it('go on by themselves until they are told to end', async () => {
    let end: (value?: unknown) => void = () => undefined;
    const running = context.get(TicksByHand).until(new Promise((resolve) => (end = resolve)));
    await expect.poll(() => context.get(Bell).rung, { timeout: 10_000 }).toContain('answer');
    end();
    await running;
    const after = context.get(Bell).rung.length;
    expect((await runs())[1]).toMatchObject({ job: 'test.ring', failures: 0 });
    expect(context.get(Bell).rung).toHaveLength(after);
  });

  it('tell a scheduler that lives from one that fell silent', async () => {
    const watch = context.get(SchedulerWatch);
    expect(await watch.read()).toEqual({ seenAt: null, silent: true });
    await context.get(TicksByHand).once();
    expect((await watch.read()).silent).toBe(false);
    await context.dataSource.query(
      `UPDATE platform.tick_run SET ended_at = ended_at - interval '181 seconds'`,
    );
    expect(await watch.read()).toMatchObject({ silent: true, seenAt: expect.any(Date) as Date });
  });

  it('are kept for ninety days', async () => {
    await context.dataSource.query(
      `INSERT INTO platform.tick_run (job, slot, started_at, runs, failures, done)
       SELECT 'test.old', clock_timestamp() - make_interval(days => d), clock_timestamp(), 1, 0, 0
         FROM unnest(ARRAY[89, 91, 400]) AS d`,
    );
    expect(await context.get(TickRunner).forgetOld()).toBe(2);
    expect(await runs()).toHaveLength(1);
  });
});
