import { beforeAll, describe, expect, it } from 'vitest';
import { hasSimulator, startSimulator, type RunningSimulator } from '../testing/simulator';
import { NodeTelegramPort } from './node-telegram-port';

const token = '7900000001:AAEhBOweik6ad9r_simulated';
const people = { awa: 7001, blocked: 7002, stranger: 7003, gone: 7004 };

describe.skipIf(!hasSimulator('Telegram'))('Telegram, simulated', () => {
  let simulator: RunningSimulator;
  let port: NodeTelegramPort;
  let sent = 0;
  beforeAll(async () => {
    simulator = await startSimulator();
    const { control } = simulator;
    await control('telegram/bot', { token });
    await control('limits', { on: false });
    for (const id of Object.values(people)) await control('telegram/user', { id });
    for (const user of [people.awa, people.blocked, people.gone])
      await control('telegram/start', { user, payload: 'abc' });
    await control('telegram/block', { user: people.blocked });
    await control('telegram/deactivate', { user: people.gone });
    port = new NodeTelegramPort({ token, apiRoot: `${simulator.base}/telegram` }, { answersWithinMs: 1_500 });
  });
  const send = (person: number) =>
    port.send({
      chatId: String(person),
      html: `<b>Rappel ${(sent += 1)}</b> : Fin le 12.01 &lt;3 ! (J-1)`,
      button: { label: 'Renouveler', url: 'https://calmness.example/offres' },
    });
  const fault = (kind: string, more: object = {}) =>
    simulator.control('faults', { service: 'telegram', op: 'sendMessage', kind, ...more });

  it('knows its name and hears who wrote, each update once', async () => {
    expect(await port.botName()).toBe('calmness_test_bot');
    const updates = await port.updatesAfter(null, 0);
    expect(JSON.stringify(updates[0]?.raw)).toContain('/start abc');
    expect(await port.updatesAfter(updates.at(-1)?.id ?? 0, 0)).toEqual([]);
  });

  it('sends, and knows the doors that are closed', async () => {
    expect((await send(people.awa)).kind).toBe('accepted');
    expect(await send(people.blocked)).toMatchObject({ kind: 'permanent', address: 'blocked' });
    expect(await send(people.stranger)).toMatchObject({ kind: 'permanent', address: 'unreachable' });
    expect(await send(people.gone)).toMatchObject({ kind: 'permanent', address: 'gone' });
    const long = await port.send({
      chatId: String(people.awa),
      html: `<i>${'mot &amp; '.repeat(2_000)}</i>`,
    });
    expect(long.kind).toBe('accepted');
  });

  it.each([
    ['500', 'retryable'],
    ['502', 'retryable'],
    ['503', 'retryable'],
    ['html', 'retryable'],
    ['reset', 'unknown'],
    ['drop_after', 'unknown'],
    ['hang_after', 'unknown'],
    ['timeout', 'unknown'],
  ])('takes %s for %s', async (kind, outcome) => {
    await fault(kind);
    expect((await send(people.awa)).kind).toBe(outcome);
  });

  it('repeats the word of a 429', async () => {
    await fault('429', { retry_after: 90 });
    expect(await send(people.awa)).toMatchObject({ kind: 'retryable', afterSeconds: 90 });
  });

  it('gives its webhook a secret, cannot poll meanwhile, and polls again after', async () => {
    await port.listenAt('http://127.0.0.1:9/hook', 'a-secret');
    await expect(port.updatesAfter(null, 0)).rejects.toThrow('409');
    await port.stopListening();
    expect(await port.updatesAfter(null, 0)).toBeInstanceOf(Array);
  });

  it('leaves Telegram nothing to complain about', async () => {
    expect(await simulator.complaints('Telegram')).toEqual({
      violations: ['telegram.not_https (soft)'],
      duplicates: 0,
    });
  });
});
