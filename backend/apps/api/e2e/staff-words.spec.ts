import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  BroadcastView,
  BroadcastWrite,
  Problem,
  TestSendAnswer,
  WhatsAppConfiguration,
  WordingPreview,
  WordingView,
} from '@calmness/contracts';
import { Academy } from '@calmness/academy';
import { Caller, type Answer } from './caller';

const root = '/admin/notifications';
const words = `${root}/words/mail/known-address/fr`;
const template = `${root}/whatsapp/loan-overdue/fr`;
const sid = `HX${'0a'.repeat(16)}`;

describe('the words of the staff, over HTTP', () => {
  let academy: Academy;
  let manager: Caller;
  beforeAll(async () => {
    academy = await Academy.open();
    manager = await Caller.as(academy, 'manager@calmnessfi.com');
  });
  afterAll(() => academy.stop());

  const put = <Body>(path: string, body: object) =>
    manager.send<Body>('PUT', path, JSON.stringify(body)) as Promise<Answer<Body & Problem>>;
  const post = <Body>(path: string, body: object) =>
    manager.post<Body>(path, body) as Promise<Answer<Body & Problem>>;

  it('are closed to members, instructors and accountants', async () => {
    const paths = [`${root}/words`, words, `${root}/whatsapp`, `${root}/broadcasts`];
    for (const email of ['test@calmnessfi.com', 'coach@calmnessfi.com']) {
      const caller = await Caller.as(academy, email);
      for (const path of paths) expect([path, (await caller.get(path)).status]).toEqual([path, 403]);
    }
    for (const path of paths) expect((await Caller.nobody(academy).get(path)).status).toBe(401);
    for (const path of paths) expect([path, (await manager.get(path)).status]).toEqual([path, 200]);
  });

  it('name the field at fault, and the one who came second', async () => {
    const { body: before } = await manager.get<WordingView>(words);
    const wrong = { ...before.fields, greeting: 'Bonjour {{prenom}},' };
    const refused = await post<WordingView>(`${words}/publish`, { fields: wrong, revision: before.revision });
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [{ field: 'fields.greeting', code: 'variable_unknown' }],
    ]);
    const preview = await post<WordingPreview>(`${words}/preview`, { fields: wrong });
    expect(preview.body.problems).toEqual(refused.body.errors);
    expect(preview.body.html).toContain('<html');
    const draft = { fields: wrong, revision: before.revision };
    expect((await put<WordingView>(words, draft)).body.has_draft).toBe(true);
    expect((await put(words, draft)).body.code).toBe('request.conflict');
    expect((await put(words.replace('known-address', 'toString'), draft)).status).toBe(404);
  });

  it('never tell a secret of WhatsApp', async () => {
    const saved = { content_sid: sid, approval: 'approved', variables: ['body'], version: 0 };
    expect((await put<WhatsAppConfiguration>(template, saved)).status).toBe(200);
    expect((await put(template, saved)).status).toBe(409);
    const wrong = await put(template, { ...saved, variables: ['body', 'birthday'], version: 1 });
    expect([wrong.status, wrong.body.errors?.[0]?.code]).toEqual([422, 'variable_unknown']);
    const { body } = await manager.get<WhatsAppConfiguration>(`${root}/whatsapp`);
    expect(Object.keys(body.sender).sort()).toEqual(['enabled', 'sandbox', 'sender_last4']);
  });

  it('are tried out on oneself, and a channel that is off says so', async () => {
    const test = (channel: string, name: string) =>
      post<TestSendAnswer>(`${root}/test-send`, { channel, name, locale: 'fr' });
    const sent = await test('email', 'welcome');
    expect([sent.status, sent.body.left]).toEqual([202, 9]);
    expect((await test('whatsapp', 'loan-overdue')).body.code).toBe('notifications.channel-off');
    expect((await test('email', 'nothing')).status).toBe(404);
  });

  it('leave for an audience only with its number', async () => {
    const write: BroadcastWrite = {
      category: 'news',
      audience: { kind: 'subscribed', plan_id: null, label_id: null },
      channels: ['in_app'],
      title: { fr: 'Samedi', en: 'Saturday' },
      body: { fr: 'Ouvert.', en: 'Open.' },
    };
    const { body: draft } = await post<BroadcastView>(`${root}/broadcasts`, write);
    const path = `${root}/broadcasts/${draft.id}`;
    const early = () => post(`${path}/confirm`, { version: 1, reached: 0 });
    // Who is subscribed reaches accounts by event: the worker may still be writing it.
    await expect
      .poll(async () => (await early()).body.code, { timeout: 30_000 })
      .toBe('notifications.audience-changed');
    expect((await early()).status).toBe(409);
    const { body: counted } = await post<BroadcastView>(`${path}/count`, {});
    const reached = counted.forecast?.reached ?? 0;
    expect(reached).toBeGreaterThan(0);
    const { body: sent } = await post<BroadcastView>(`${path}/confirm`, { version: 1, reached });
    expect(sent.state).not.toBe('draft');
    expect((await put(path, { ...write, version: 2 })).body.code).toBe('notifications.broadcast-decided');
    expect((await post(`${root}/broadcasts`, { ...write, channels: ['whatsapp'] })).status).toBe(422);
  });
});
