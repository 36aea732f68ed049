import { beforeAll, describe, expect, it } from 'vitest';
import { SystemClock } from '@calmness/platform/clock';
import { hasSimulator, startSimulator, type RunningSimulator } from '../testing/simulator';
import { DiscordHttpOAuth } from './discord-http-oauth';
import { DiscordGrantEnded } from './discord-oauth';
import { DiscordRestPort } from './discord-rest-port';

const token = 'MTMwMDAwMDAwMDAwMDAwMDAwMQ.simulated.token';
const guild = '1300000000000000100';
const people = { awa: '1300000000000000201', shut: '1300000000000000202', outside: '1300000000000000203' };

describe.skipIf(!hasSimulator('Discord'))('Discord, simulated', () => {
  let simulator: RunningSimulator;
  let port: DiscordRestPort;
  let oauth: DiscordHttpOAuth;
  let sent = 0;
  beforeAll(async () => {
    simulator = await startSimulator();
    const { control, base } = simulator;
    await control('discord/app', { token });
    await control('limits', { on: false });
    await control('discord/guild', { id: guild });
    for (const [name, id] of Object.entries(people))
      await control('discord/user', { id, username: name, dm: name !== 'shut' });
    for (const user of [people.awa, people.shut]) await control('discord/join', { user, guild });
    const apiBase = `${base}/discord/api`;
    port = new DiscordRestPort({ token, apiBase }, 1_500);
    const app = { clientId: '1300000000000000001', clientSecret: 'the-client-secret', apiBase };
    oauth = new DiscordHttpOAuth(app, new SystemClock());
  });
  const message = (userId: string) => {
    sent += 1;
    return { userId, text: `Rappel ${sent}, @everyone`, nonce: `delivery-${sent}` };
  };
  const fault = (kind: string, more: object = {}) =>
    simulator.control('faults', { service: 'discord', op: 'messages', kind, ...more });

  it('sends, and knows the doors that are closed', async () => {
    expect((await port.send(message(people.awa))).kind).toBe('accepted');
    expect(await port.send(message(people.shut))).toMatchObject({ kind: 'permanent', address: 'blocked' });
    expect(await port.send(message(people.outside))).toMatchObject({
      kind: 'permanent',
      address: 'unreachable',
    });
    expect(await port.send(message('1300000000000009999'))).toMatchObject({
      kind: 'permanent',
      address: 'gone',
    });
  });

  it.each([
    ['500', 'retryable'],
    ['502', 'retryable'],
    ['503', 'retryable'],
    ['html', 'retryable'],
    ['reset', 'unknown'],
    ['timeout', 'unknown'],
  ])('takes %s for %s', async (kind, outcome) => {
    await fault(kind);
    expect((await port.send(message(people.awa))).kind).toBe(outcome);
  });

  it.each(['drop_after', 'hang_after'])('sends once although it asks twice after %s', async (kind) => {
    const doubtful = message(people.awa);
    await fault(kind);
    expect((await port.send(doubtful)).kind).toBe('unknown');
    expect((await port.send(doubtful)).kind).toBe('accepted');
    const { discord } = await simulator.control<{ discord: { messages: { content: string }[] } }>('state');
    expect(discord.messages.filter(({ content }) => content === doubtful.text)).toHaveLength(1);
  });

  it('connects a person, refreshes, and knows when it ended', async () => {
    const redirectUri = 'https://calmness.example/back';
    const { code } = await simulator.control<{ code: string }>('discord/authorize', {
      user: people.awa,
      redirect_uri: redirectUri,
    });
    const grant = await oauth.exchange({ code, verifier: 'v'.repeat(43), redirectUri });
    expect(await oauth.identify(grant.accessToken)).toEqual({ id: people.awa, username: 'awa' });
    await expect(oauth.exchange({ code, verifier: 'v'.repeat(43), redirectUri })).rejects.toBeInstanceOf(
      DiscordGrantEnded,
    );
    const next = await oauth.refresh(grant.refreshToken);
    await expect(oauth.refresh(grant.refreshToken)).rejects.toBeInstanceOf(DiscordGrantEnded);
    await oauth.revoke(next.accessToken);
    await expect(oauth.identify(next.accessToken)).rejects.toBeInstanceOf(DiscordGrantEnded);
  });

  it('repeats the word of a 429', async () => {
    await fault('429', { retry_after: 30 });
    const told = await port.send(message(people.awa));
    expect(told).toMatchObject({ kind: 'retryable', reason: '429' });
    expect(told.kind === 'retryable' && (told.afterSeconds ?? 0)).toBeGreaterThan(25);
  });

  it('leaves Discord nothing to complain about but the repeats its nonce made harmless', async () => {
    expect((await simulator.complaints('Discord')).violations).toEqual(['discord.duplicate_send (soft)']);
  });
});
