import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  proxyPage,
  startFakeVendor,
  type FakeVendor,
  type HeardRequest,
  type Reaction,
} from '../testing/fake-vendor';
import { DiscordRestPort } from './discord-rest-port';

const message = { userId: '1300000000000000777', text: 'Bonjour', nonce: 'delivery-1' };
const refusal = (status: number, code: number): Reaction => ({ status, json: { message: 'no', code } });
const sent: Reaction = { status: 200, json: { id: '555' } };

describe('the Discord adapter', () => {
  let discord: FakeVendor;
  let port: DiscordRestPort;
  beforeEach(async () => {
    discord = await startFakeVendor();
    port = new DiscordRestPort({ token: 'bot.token.secret', apiBase: `${discord.url}/api` }, 1_000);
  });
  afterEach(() => discord.close());

  const opening = ({ path }: HeardRequest) => path.endsWith('/users/@me/channels');
  /** The channel is opened; the message meets this. */
  const send = (reaction: Reaction, changes: Partial<typeof message> = {}) => {
    discord.answers((request) => (opening(request) ? { status: 200, json: { id: '42' } } : reaction));
    return port.send({ ...message, ...changes });
  };
  const bodies = () =>
    discord.heard
      .filter((request) => !opening(request))
      .map((request) => JSON.parse(request.text) as Record<string, unknown>);

  it('opens the channel of a person, then says it once, pinging nobody', async () => {
    expect(await send(sent)).toEqual({ kind: 'accepted', providerId: '555' });
    expect(discord.heard.map(({ path }) => path)).toEqual([
      '/api/v10/users/@me/channels',
      '/api/v10/channels/42/messages',
    ]);
    expect(discord.heard[0]?.headers.authorization).toBe('Bot bot.token.secret');
    expect(bodies()).toEqual([
      { content: 'Bonjour', nonce: 'delivery-1', enforce_nonce: true, allowed_mentions: { parse: [] } },
    ]);
  });

  it('remembers the channel, until Discord forgot it', async () => {
    await send(sent);
    expect((await send(refusal(404, 10003))).kind).toBe('retryable');
    await send(sent);
    expect(discord.heard.filter(opening)).toHaveLength(2);
  });

  it('keeps texts and nonces within their limits', async () => {
    const nonce = '01890000-0000-7000-8000-000000000001';
    await send(sent, { text: 'mot '.repeat(1_000), nonce });
    await send(sent, { nonce });
    const [first, second] = bodies();
    expect(String(first?.content).length).toBeLessThanOrEqual(2_000);
    expect(String(first?.nonce)).toHaveLength(25);
    expect(second?.nonce).toBe(first?.nonce);
  });

  it.each<[string, Reaction, unknown]>([
    [
      'waits as long as it is told',
      {
        status: 429,
        json: { message: 'slow', retry_after: 3, global: true },
        headers: { 'Retry-After': '3', 'X-RateLimit-Global': 'true' },
      },
      { kind: 'retryable', reason: '429', afterSeconds: expect.closeTo(3, 0) as number },
    ],
    [
      'knows closed direct messages',
      refusal(403, 50007),
      { kind: 'permanent', reason: '403 code 50007', address: 'blocked' },
    ],
    [
      'knows who left the server',
      refusal(400, 50278),
      { kind: 'permanent', reason: '400 code 50278', address: 'unreachable' },
    ],
    [
      'waits when doors were opened too fast',
      refusal(403, 40003),
      { kind: 'retryable', reason: '403 code 40003', afterSeconds: 60 },
    ],
    [
      'blames the message for a bad form',
      refusal(400, 50035),
      { kind: 'permanent', reason: '400 code 50035' },
    ],
    [
      'keeps messages while the token is wrong',
      refusal(401, 0),
      { kind: 'retryable', reason: '401 token refused' },
    ],
    ['tries again after a 500', refusal(500, 0), { kind: 'retryable', reason: 'HTTP 500' }],
    ['tries again after a page of a proxy', proxyPage(502), { kind: 'retryable', reason: 'HTTP 502' }],
    ['tries again after a page that forbids', proxyPage(403), { kind: 'retryable', reason: '403' }],
    ['does not know after a 504', proxyPage(504), { kind: 'unknown', reason: 'HTTP 504' }],
    [
      'does not know when the line is cut after the message',
      'cut',
      expect.objectContaining({ kind: 'unknown' }),
    ],
    ['does not know when nothing is answered', 'silence', { kind: 'unknown', reason: 'AbortError' }],
  ])('%s', async (_name, reaction, outcome) => {
    expect(await send(reaction)).toEqual(outcome);
    expect(bodies()).toHaveLength(1);
  });

  it('sends nothing, and knows it, when the channel cannot be opened', async () => {
    for (const reaction of ['cut', 'silence', proxyPage(504)] as const) {
      discord.answers(reaction);
      expect((await port.send(message)).kind).toBe('retryable');
    }
    discord.answers(refusal(404, 10013));
    expect(await port.send(message)).toEqual({
      kind: 'permanent',
      reason: '404 code 10013',
      address: 'gone',
    });
    expect(bodies()).toEqual([]);
  });

  it('still has its token after it was refused once', async () => {
    expect((await send(refusal(401, 0))).kind).toBe('retryable');
    expect((await send(sent)).kind).toBe('accepted');
  });

  it('knows that nothing left when nobody listens', async () => {
    await discord.close();
    expect((await port.send(message)).kind).toBe('retryable');
  });
});
