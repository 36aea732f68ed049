import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SystemClock } from '@calmness/platform/clock';
import { dataSourceOptions } from '@calmness/platform/database';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { NodeTelegramPort } from '../telegram';
import { hasSimulator, startSimulator, type RunningSimulator } from '../testing/simulator';
import { DatabaseVendorGate } from './database-vendor-gate';
import { pacesFor } from './paces';
import type { VendorGate } from './vendor-gate';

const token = '7900000002:AAEhBOweik6ad9r_simulated';
const crowd = 70;

/** Real time, two workers, and a Telegram that counts: what the gate is for. */
describe.skipIf(!hasSimulator('the pace of Telegram'))('two workers and a Telegram that counts', () => {
  let context: TestContext;
  let elsewhere: DataSource;
  let simulator: RunningSimulator;
  let telegram: NodeTelegramPort;
  let workers: VendorGate[];
  const clock = new SystemClock();

  beforeAll(async () => {
    context = await startTestContext();
    elsewhere = await new DataSource(dataSourceOptions(context.config)).initialize();
    const sources = [context.dataSource, elsewhere];
    workers = sources.map((source) => new DatabaseVendorGate(source, clock, pacesFor(undefined)));
    simulator = await startSimulator();
    await simulator.control('telegram/bot', { token });
    for (let id = 1; id <= crowd; id += 1) await simulator.control('telegram/start', { user: id });
    telegram = new NodeTelegramPort({ token, apiRoot: `${simulator.base}/telegram` });
    await telegram.botName();
  });
  beforeEach(() => simulator.control('reset', {}));
  afterAll(async () => {
    await elsewhere.destroy();
    await context.close();
  });

  /** Takes people from the list until nobody is left: what a worker does, without its rows. */
  const work = async (gate: VendorGate, waiting: number[]): Promise<void> => {
    while (waiting.length > 0) {
      const { admitted, againAt } = await gate.admit('telegram', Math.min(waiting.length, 20), 'reminder');
      const sending = waiting.splice(0, admitted).map(async (person) => {
        const outcome = await telegram.send({ chatId: String(person), html: `Rappel pour ${person}` });
        await gate.heard('telegram', outcome);
        if (outcome.kind !== 'accepted') waiting.push(person);
      });
      await Promise.all([...sending, pause(Math.max(1, againAt.getTime() - clock.now().getTime()))]);
    }
  };
  const sendToAll = () => {
    const waiting = Array.from({ length: crowd }, (_, index) => index + 1);
    return Promise.all(workers.map((gate) => work(gate, waiting)));
  };
  const delivered = async () => {
    const { telegram: seen } = await simulator.control<{
      telegram: { messages: { chat: { id: number } }[] };
    }>('state');
    return seen.messages.map(({ chat }) => chat.id);
  };

  it('are never told that they are too fast', async () => {
    await sendToAll();
    expect(new Set(await delivered()).size).toBe(crowd);
    expect(await simulator.complaints('Telegram at full pace')).toEqual({ violations: [], duplicates: 0 });
    const log = await simulator.control<{ status: number }[]>('log?service=telegram');
    expect(log.filter(({ status }) => status === 429)).toEqual([]);
  });

  it('ask nothing more once a 429 was heard, until its time, and then deliver each message once', async () => {
    await simulator.control('faults', {
      service: 'telegram',
      op: 'sendMessage',
      kind: '429',
      retry_after: 2,
      skip: 20,
    });
    await sendToAll();
    // Two workers may have three each under way when one of them is told; nothing follows.
    const log = await simulator.control<{ violations?: { code: string }[] }[]>('log?service=telegram');
    const early = log.filter(({ violations }) =>
      violations?.some(({ code }) => code === 'before_retry_after'),
    );
    expect(early.length).toBeLessThan(6);
    expect((await delivered()).sort((one, other) => one - other)).toEqual(
      Array.from({ length: crowd }, (_, index) => index + 1),
    );
  });

  it('rest when it falls over, find out with one message, and deliver each once', async () => {
    const faults = Array.from({ length: 5 }, () => ({ service: 'telegram', op: 'sendMessage', kind: '502' }));
    await simulator.control('faults', faults);
    const gate = workers[0];
    for (let n = 0; n < 5; n += 1)
      await gate?.heard('telegram', await telegram.send({ chatId: '1', html: `${n}` }));
    const later = new SystemClock(new Date(clock.now().getTime() + 61_000));
    const awake = [context.dataSource, elsewhere].map(
      (source) => new DatabaseVendorGate(source, later, pacesFor(undefined)),
    );
    const asked = await Promise.all(
      [...workers, ...awake, ...awake].map((worker) => worker.admit('telegram', 5, 'critical')),
    );
    expect(asked.map(({ admitted }) => admitted).sort()).toEqual([0, 0, 0, 0, 0, 1]);
  });
});
