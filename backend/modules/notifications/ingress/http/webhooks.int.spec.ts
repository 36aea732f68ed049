import { createHmac } from 'node:crypto';
import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import { PersonalDataModule } from '@calmness/platform/composition';
import { KeyRing } from '@calmness/platform/config';
import { createHttpApplication, HttpModule } from '@calmness/platform/http';
import { newId } from '@calmness/platform/ids';
import { logSink } from '@calmness/platform/observability';
import { SubjectSources } from '@calmness/platform/subjects';
import {
  createTestDatabase,
  platformImports,
  testConfig,
  trustingAuth,
  type TestDatabase,
} from '@calmness/platform/testing';
import { NotificationsHttpModule } from '../../notifications-http.module';
import { telegramSecret } from '../telegram-secret';

type Answer = Awaited<ReturnType<NestFastifyApplication['inject']>>;

const authToken = 'b'.repeat(32);
const account = { accountSid: `AC${'0'.repeat(32)}`, from: '+33700000001', apiBase: 'http://127.0.0.1:9' };
const [newKey, oldKey, strangeKey] = ['new', 'old', 'strange'].map((id) => `${id}:${id.padEnd(43, 'x')}`);
const publicBaseUrl = 'https://calmness.example';
const awa = 4503599627370495;
const confession = 'Je voudrais parler de mon compte';

/** What the process wrote to its log. */
const lines: string[] = [];
@Global()
@Module({
  providers: [
    { provide: logSink, useValue: { write: (line: string) => lines.push(line) } },
    { provide: SubjectSources, useValue: new SubjectSources([]) },
  ],
  exports: [logSink, SubjectSources],
})
class Witness {}

/** Twilio's own recipe: the address, then every parameter by name. */
function signatureOf(url: string, parameters: Record<string, string>, token = authToken): string {
  const signed = Object.entries(parameters)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .reduce((text, [name, value]) => text + name + value, url);
  return createHmac('sha1', token).update(signed).digest('base64');
}

describe('the doors providers knock at', () => {
  let app: NestFastifyApplication;
  let database: TestDatabase;
  const link = KeyRing.parse(`${newKey},${oldKey}`);

  beforeAll(async () => {
    database = await createTestDatabase();
    const base = testConfig(database.url, 'postgresql', { publicBaseUrl, logLevel: 'debug' });
    const config = {
      ...base,
      vendors: { ...base.vendors, whatsapp: { ...account, authToken } },
      keys: { ...base.keys, link },
    };
    @Module({
      imports: [
        ...[Witness, ...platformImports(config), HttpModule, trustingAuth],
        PersonalDataModule.of({ imports: [], sources: [] }),
        ...[AccountsModule, NotificationsHttpModule],
      ],
    })
    class WebhooksApi {}
    app = await createHttpApplication(WebhooksApi, config);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });
  beforeEach(async () => {
    await app.get(DataSource).query('TRUNCATE notifications.provider_event');
    lines.length = 0;
  });

  const kept = () =>
    app
      .get(DataSource)
      .query<{ provider: string; key: string; sealed: string }[]>(
        'SELECT provider, event_key AS key, sealed FROM notifications.provider_event ORDER BY id',
      );
  const keys = async () => (await kept()).map(({ provider, key }) => `${provider} ${key}`);
  const post = (path: string, payload: string, headers: Record<string, string>): Promise<Answer> =>
    app.inject({ method: 'POST', url: `/api/webhooks/${path}`, payload, headers });

  describe('Twilio’s', () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
    const status = {
      MessageSid: 'SM1',
      MessageStatus: 'delivered',
      AccountSid: account.accountSid,
      Neuf: 'é',
    };
    const words = { MessageSid: 'SM2', From: 'whatsapp:+33612345678', Body: confession };
    /** Signed for `signedPath`, sent to `path`. */
    const tell = (path: string, parameters: Record<string, string>, signedPath = path, token = authToken) =>
      post(path, new URLSearchParams(parameters).toString(), {
        ...form,
        'x-twilio-signature': signatureOf(`${publicBaseUrl}/api/webhooks/${signedPath}`, parameters, token),
      });

    it('keeps what is signed, once however often it comes', async () => {
      const path = `twilio/status?delivery=${newId()}`;
      for (let time = 0; time < 3; time += 1) expect((await tell(path, status)).statusCode).toBe(204);
      await tell(path, { ...status, MessageStatus: 'read' });
      expect((await tell('twilio/inbound', words)).statusCode).toBe(204);
      expect((await tell('twilio/inbound', words)).body).toBe('');
      expect(await keys()).toEqual(['twilio SM1|delivered', 'twilio SM1|read', 'twilio SM2|inbound']);
    });

    it('keeps one of ten that race', async () => {
      const answers = await Promise.all(Array.from({ length: 10 }, () => tell('twilio/inbound', words)));
      expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([204]));
      expect(await keys()).toHaveLength(1);
    });

    it('believes neither another key, nor a word more or less, nor no signature', async () => {
      const forged = await tell('twilio/status', status, 'twilio/status', 'c'.repeat(32));
      expect([forged.statusCode, forged.json<{ code: string }>().code]).toEqual([403, 'request.forbidden']);
      expect(forged.headers['content-type']).toContain('application/problem+json');
      const signature = signatureOf(`${publicBaseUrl}/api/webhooks/twilio/status`, status);
      for (const changed of [
        { ...status, MessageStatus: 'failed' },
        { ...status, ErrorCode: '63024' },
        { MessageSid: 'SM1', MessageStatus: 'delivered' },
      ]) {
        const body = new URLSearchParams(changed).toString();
        const answer = await post('twilio/status', body, { ...form, 'x-twilio-signature': signature });
        expect(answer.statusCode).toBe(403);
      }
      const twice = `${new URLSearchParams(status).toString()}&MessageStatus=failed`;
      expect(
        (await post('twilio/status', twice, { ...form, 'x-twilio-signature': signature })).statusCode,
      ).toBe(403);
      const bare = await post('twilio/inbound', new URLSearchParams(words).toString(), form);
      expect(bare.statusCode).toBe(403);
      expect(await keys()).toEqual([]);
    });

    it('believes a receipt for the delivery it was signed for alone, and at its own door', async () => {
      const signed = `twilio/status?delivery=${newId()}`;
      for (const path of [
        `twilio/status?delivery=${newId()}`,
        'twilio/status',
        `${signed.replace('?', '/?')}`,
      ])
        expect((await tell(path, status, signed)).statusCode, path).toBe(403);
      expect((await tell('twilio/inbound', words, 'twilio/status')).statusCode).toBe(403);
      expect(await keys()).toEqual([]);
    });

    it('is not fooled by the Host a proxy made up', async () => {
      const body = new URLSearchParams(status).toString();
      const url = 'https://evil.example/api/webhooks/twilio/status';
      const headers = { ...form, host: 'evil.example', 'x-forwarded-host': 'evil.example' };
      const answer = await post('twilio/status', body, {
        ...headers,
        'x-twilio-signature': signatureOf(url, status),
      });
      expect(answer.statusCode).toBe(403);
    });

    it('reads forms: what comes as anything else is refused, signed or not', async () => {
      const as = (type: string, body: string, signed: Record<string, string>) =>
        post('twilio/status', body, {
          'content-type': type,
          'x-twilio-signature': signatureOf(`${publicBaseUrl}/api/webhooks/twilio/status`, signed),
        });
      const json = 'application/json';
      expect((await as('text/plain', 'MessageSid=SM1&MessageStatus=read', {})).statusCode).toBe(403);
      expect((await as('application/xml', '<MessageSid/>', {})).statusCode).toBe(415);
      expect((await as(json, JSON.stringify(status), status)).statusCode).toBe(403);
      expect((await as(json, JSON.stringify([status]), {})).statusCode).toBe(403);
      expect(await keys()).toEqual([]);
    });

    it('keeps nothing of what nobody listens to', async () => {
      expect((await tell('twilio/status', { AccountSid: account.accountSid })).statusCode).toBe(204);
      expect((await tell('twilio/inbound', { ...words, From: '+33612345678' })).statusCode).toBe(204);
      expect(await keys()).toEqual([]);
    });

    it('never shows what a person wrote', async () => {
      await tell('twilio/inbound', words);
      await tell('twilio/inbound', words, 'elsewhere');
      const [event] = await kept();
      expect(event?.sealed).toBeTruthy();
      const seen = JSON.stringify([event, lines]);
      for (const secret of [confession, '33612345678', authToken]) expect(seen).not.toContain(secret);
      expect(lines.join()).toContain('a webhook with a wrong signature');
    });
  });

  describe('Telegram’s', () => {
    const update = (id: unknown, content: object = message(confession)) => ({ update_id: id, ...content });
    const message = (text: string) => ({
      message: { chat: { id: awa, type: 'private' }, from: { id: awa, username: 'awa_d' }, text },
    });
    const tell = (body: object | string, secret?: string, type = 'application/json') =>
      post('telegram', typeof body === 'string' ? body : JSON.stringify(body), {
        'content-type': type,
        ...(secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret }),
      });
    const secret = telegramSecret(link);
    const secretOf = (key = '') => telegramSecret(KeyRing.parse(key));

    it('opens to its secret, of today or of before the key was replaced', async () => {
      expect((await tell(update(1), secret)).statusCode).toBe(204);
      expect((await tell(update(1), secretOf(oldKey))).statusCode).toBe(204);
      expect((await tell(update(2), secretOf(oldKey))).statusCode).toBe(204);
      expect(await keys()).toEqual(['telegram 1', 'telegram 2']);
    });

    it('stays shut to any other, and to none', async () => {
      for (const wrong of [
        secretOf(strangeKey),
        `${secret}x`,
        secret.slice(1),
        secret.toLowerCase(),
        '',
        undefined,
      ]) {
        const answer = await tell(update(3), wrong);
        expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'request.forbidden']);
      }
      expect(await keys()).toEqual([]);
    });

    it.each([
      ['an update of a kind nobody asked for', update(4, { edited_message: { text: confession } })],
      ['a message in a group', update(5, { message: { chat: { type: 'group' }, from: { id: awa } } })],
      [
        'a message of another bot',
        update(6, { message: { chat: { type: 'private' }, from: { id: 9, is_bot: true } } }),
      ],
      ['a number that is none', update('7')],
      ['a number beyond all numbers', update(2 ** 60)],
      ['no number', message(confession)],
      ['a person without an id', update(8, { my_chat_member: { chat: { type: 'private' }, from: {} } })],
      ['a list', []],
      ['fields of the wrong kind', update(9, { message: { chat: 'private', from: 'awa', text: {} } })],
    ])('takes %s for nothing', async (_name, body) => {
      expect((await tell(body, secret)).statusCode).toBe(204);
      expect(await keys()).toEqual([]);
    });

    it('reads JSON, and only JSON that is', async () => {
      expect((await tell('{"update_id": 1', secret)).statusCode).toBe(400);
      expect((await tell('null', secret)).statusCode).toBe(204);
      expect((await tell(update(13), secret, 'text/plain')).statusCode).toBe(204);
      expect((await tell('update_id=1', secret, 'application/xml')).statusCode).toBe(415);
      expect((await tell('update_id=1', secret, 'application/x-www-form-urlencoded')).statusCode).toBe(204);
      expect(await keys()).toEqual([]);
    });

    it('never shows what a person wrote, nor the way into his account', async () => {
      const token = 'abcdefghijklmnopqrstuv';
      await tell(update(10, message(`/start ${token}`)), secret);
      await tell(update(11), secret);
      await tell(update(12), secretOf(strangeKey));
      const events = await kept();
      expect(events).toHaveLength(2);
      const seen = JSON.stringify([events, lines]);
      for (const hidden of [confession, token, 'awa_d', String(awa), secret])
        expect(seen).not.toContain(hidden);
    });
  });
});
