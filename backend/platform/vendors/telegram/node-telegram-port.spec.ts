import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { proxyPage, startFakeVendor, type FakeVendor, type Reaction } from '../testing/fake-vendor';
import { NodeTelegramPort } from './node-telegram-port';

const token = '123456:AAEhBOweik6ad9r_secret';
const message = { chatId: '7001', html: '<b>Bonjour</b> Awa' };

const refusal = (error_code: number, description: string, parameters?: object): Reaction => ({
  status: error_code,
  json: { ok: false, error_code, description, parameters },
});
const sent: Reaction = { status: 200, json: { ok: true, result: { message_id: 99 } } };

describe('the Telegram adapter', () => {
  let telegram: FakeVendor;
  let port: NodeTelegramPort;
  beforeEach(async () => {
    telegram = await startFakeVendor();
    port = new NodeTelegramPort({ token, apiRoot: telegram.url }, { answersWithinMs: 1_000 });
  });
  afterEach(() => telegram.close());

  const send = async (...reactions: Reaction[]) => {
    telegram.answers(...reactions);
    return port.send(message);
  };
  const lastBody = () => {
    const { headers, bytes } = telegram.heard.at(-1) ?? {};
    return new Response(bytes && new Uint8Array(bytes), {
      headers: { 'Content-Type': headers?.['content-type'] ?? '' },
    });
  };
  const lastField = async (name: string) => {
    const type = telegram.heard.at(-1)?.headers['content-type'] ?? '';
    if (type.includes('json')) return ((await lastBody().json()) as Record<string, unknown>)[name];
    return (await lastBody().formData()).get(name);
  };

  it('sends one message, in HTML, with its button', async () => {
    telegram.answers(sent);
    const button = { label: 'Ouvrir', url: 'https://calmness.example/x' };
    expect(await port.send({ ...message, button })).toEqual({ kind: 'accepted', providerId: '99' });
    expect(telegram.heard).toHaveLength(1);
    expect(telegram.heard[0]?.path).toBe(`/bot${token}/sendMessage`);
    expect(await lastField('text')).toBe(message.html);
    expect(await lastField('parse_mode')).toBe('HTML');
    expect(JSON.stringify(await lastField('reply_markup'))).toContain('Ouvrir');
  });

  it('cuts what is too long at a word', async () => {
    telegram.answers(sent);
    await port.send({ chatId: '7001', html: `<i>${'mot &amp; '.repeat(1_000)}</i>` });
    const text = String(await lastField('text'));
    expect(text.endsWith('…</i>')).toBe(true);
    expect(text.length).toBeLessThanOrEqual(4_096);
  });

  it.each<[string, Reaction, unknown]>([
    [
      'waits as long as it is told',
      refusal(429, 'Too Many Requests: retry after 90', { retry_after: 90 }),
      { kind: 'retryable', reason: '429 Too Many Requests: retry after 90', afterSeconds: 90 },
    ],
    [
      'knows who blocked the bot',
      refusal(403, 'Forbidden: bot was blocked by the user'),
      { kind: 'permanent', reason: '403 Forbidden: bot was blocked by the user', address: 'blocked' },
    ],
    [
      'knows who left Telegram',
      refusal(403, 'Forbidden: user is deactivated'),
      { kind: 'permanent', reason: '403 Forbidden: user is deactivated', address: 'gone' },
    ],
    [
      'knows who never wrote first',
      refusal(403, "Forbidden: bot can't initiate conversation with a user"),
      expect.objectContaining({ kind: 'permanent', address: 'unreachable' }),
    ],
    [
      'takes a refusal it never read for a closed door',
      refusal(403, 'Forbidden: something new'),
      expect.objectContaining({ kind: 'permanent', address: 'blocked' }),
    ],
    [
      'knows a chat that does not exist',
      refusal(400, 'Bad Request: chat not found'),
      expect.objectContaining({ kind: 'permanent', address: 'unreachable' }),
    ],
    [
      'blames the message, not the person, for bad HTML',
      refusal(400, "Bad Request: can't parse entities"),
      { kind: 'permanent', reason: "400 Bad Request: can't parse entities" },
    ],
    [
      'keeps messages while the token is wrong',
      refusal(401, 'Unauthorized'),
      expect.objectContaining({ kind: 'retryable' }),
    ],
    [
      'tries again after a 500',
      refusal(500, 'Internal Server Error'),
      expect.objectContaining({ kind: 'retryable' }),
    ],
    ['tries again after a page of a proxy', proxyPage(502), { kind: 'retryable', reason: 'HTTP 502' }],
    ['does not know after a 504', proxyPage(504), { kind: 'unknown', reason: 'HTTP 504' }],
    ['does not know after a page that says 200', proxyPage(200), { kind: 'unknown', reason: 'HTTP 200' }],
    [
      'does not know when the line is cut after the message',
      'cut',
      expect.objectContaining({ kind: 'unknown' }),
    ],
    ['does not know when nothing is answered', 'silence', expect.objectContaining({ kind: 'unknown' })],
  ])('%s', async (_name, reaction, outcome) => {
    expect(await send(reaction)).toEqual(outcome);
    expect(telegram.heard).toHaveLength(1);
  });

  it('follows a chat that moved', async () => {
    const moved = refusal(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: -100_42 });
    expect((await send(moved, sent)).kind).toBe('accepted');
    expect(String(await lastField('chat_id'))).toBe('-10042');
  });

  it('knows that nothing left when nobody listens', async () => {
    await telegram.close();
    expect((await port.send(message)).kind).toBe('retryable');
  });

  it('knows its name, once it was told', async () => {
    telegram.answers(proxyPage(502), {
      status: 200,
      json: { ok: true, result: { id: 1, username: 'calmness_bot' } },
    });
    expect(await port.botName()).toBeNull();
    expect(await port.botName()).toBe('calmness_bot');
    expect(await port.botName()).toBe('calmness_bot');
    expect(telegram.heard).toHaveLength(2);
  });

  it('polls after the last update, and asks for joins and leaves by name', async () => {
    const update = { update_id: 12, message: { text: '/start' } };
    telegram.answers({ status: 200, json: { ok: true, result: [update] } });
    expect(await port.updatesAfter(11, 0)).toEqual([{ id: 12, raw: update }]);
    expect(String(await lastField('offset'))).toBe('12');
    expect(JSON.stringify(await lastField('allowed_updates'))).toContain('chat_member');
  });

  it('fails aloud when a webhook is set, without its token in the words', async () => {
    telegram.answers(refusal(409, 'Conflict: terminated by other getUpdates request'));
    await expect(port.updatesAfter(null, 0)).rejects.toThrow(/^Telegram: 409 Conflict/);
    await telegram.close();
    await expect(port.listenAt('https://calmness.example/hook', 'secret')).rejects.not.toThrow(token);
  });

  it('gives its webhook a secret, and takes it back', async () => {
    telegram.answers({ status: 200, json: { ok: true, result: true } });
    await port.listenAt('https://calmness.example/hook', 'a-secret');
    expect(await lastField('secret_token')).toBe('a-secret');
    await port.stopListening();
    expect(telegram.heard.at(-1)?.path).toContain('/deleteWebhook');
  });
});
