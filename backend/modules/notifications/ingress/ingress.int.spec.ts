import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DomainEvent } from '@calmness/events';
import { AccountsModule, AccountsReferenceData, DemoPeople } from '@calmness/accounts';
import { Config, keyedHash, KeyRing } from '@calmness/platform/config';
import { TickScheduler } from '@calmness/platform/events';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { NotificationsJobsModule } from '../notifications-jobs.module';
import { NotificationsModule } from '../notifications.module';
import { AddressStates } from '../places/persistence/address-states';
import { Preferences } from '../preferences/application/preferences';
import { FakeVendors } from '../testing/fake-vendors';
import { FakeSubject, noTicks } from '../testing/fakes';
import { ListenToTelegram } from './application/listen-to-telegram';
import { UnderstandEvents } from './application/understand-events';
import { hearMail, hearWhatsApp, hearWhatsAppStatus } from './domain/heard';
import { ProviderEvents } from './persistence/provider-events';

const awa = 4503599627370495;
const number = '+33612345678';

describe('what the outside says', () => {
  let context: TestContext;
  let member: Uuid;
  const vendors = new FakeVendors();

  beforeAll(async () => {
    context = await startTestContext({
      imports: [AccountsModule, NotificationsModule, NotificationsJobsModule],
      providers: [ListenToTelegram],
      worker: true,
      subjects: ['accounts.member', 'accounts.verification'].map((kind) => new FakeSubject(kind)),
      replace: [...vendors.replace, { token: TickScheduler, value: noTicks }],
    });
    await context.get(AccountsReferenceData).install();
    const jean = { email: 'jean@example.fr', firstName: 'Jean', lastName: 'Dupont' };
    member = await context.get(DemoPeople).register({ ...jean, roles: ['member'] });
    await context.settle();
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await context.dataSource.query(
      `TRUNCATE notifications.intent, notifications.provider_event, notifications.address_state CASCADE`,
    );
    await context.dataSource.query(
      `UPDATE notifications.telegram_ear SET last_update_id = NULL, held_until = '-infinity'`,
    );
    context.clock.set('2026-11-20T09:00:00Z');
    vendors.telegram.updates.length = 0;
  });

  const query = <Row>(sql: string, values: unknown[] = []) => context.dataSource.query<Row[]>(sql, values);
  const understand = () => context.get(UnderstandEvents).execute();
  const recorded = async (name: string) => {
    const rows = await query<{ payload: DomainEvent['payload'] }>(
      'SELECT payload FROM platform.outbox_event WHERE name = $1 ORDER BY id',
      [name],
    );
    return rows.map(({ payload }) => payload);
  };
  const message = (id: number, text: string) => ({
    id,
    raw: {
      update_id: id,
      message: { chat: { id: awa, type: 'private' }, from: { id: awa, username: 'awa_d' }, text },
    },
  });
  const delivery = async (changes: {
    state: string;
    doubt?: boolean;
    providerId?: string;
  }): Promise<Uuid> => {
    const [intent, id] = [newId(), newId()];
    const now = context.clock.now();
    await query(
      `INSERT INTO notifications.intent VALUES ($1, 'x', 'subscription', $2, $1, NULL, $4, '{}', $3, false, $3)`,
      [intent, member, now, intent],
    );
    await query(
      `INSERT INTO notifications.delivery (id, intent_id, channel, template, category, lane, recipient_id, subject_kind,
         subject_id, dedupe_key, state, attempts, next_attempt_at, expires_at, unless_read, test, created_at,
         changed_at, closed_at, claimed_until, doubt_since, provider_id, address_hash)
       VALUES ($1, $2, 'whatsapp', 'x', 'subscription', 2, $3, 'billing.subscription', $2, $9, $4, 1,
         $5::timestamptz + interval '1 hour', $5::timestamptz + interval '1 day', false, false, $5, $5,
         CASE WHEN $4 IN ('queued', 'sending') THEN NULL ELSE $5::timestamptz END,
         CASE WHEN $4 = 'sending' THEN $5::timestamptz END, CASE WHEN $6 THEN $5::timestamptz END, $7, $8)`,
      [
        ...[id, intent, member, changes.state, now, changes.doubt ?? false, changes.providerId ?? null],
        context.get(AddressStates).hashOf('whatsapp', number),
        `whatsapp:${id}`,
      ],
    );
    return id;
  };
  const stateOf = async (id: Uuid) =>
    (await query<{ state: string }>('SELECT state FROM notifications.delivery WHERE id = $1', [id]))[0]
      ?.state;
  const receipt = async (id: Uuid | null, status: string, code?: string) => {
    const form = { MessageSid: 'SM1', MessageStatus: status, ...(code ? { ErrorCode: code } : {}) };
    const heard = hearWhatsAppStatus(form, id);
    if (heard) await context.get(ProviderEvents).hear('twilio', `SM1|${status}`, heard);
  };

  it('is heard once, however often an update comes, and forgotten once understood', async () => {
    vendors.telegram.updates.push(message(7, '/start abcdefghijklmnopqrstuv'), message(8, 'bonjour'));
    const listen = context.get(ListenToTelegram);
    expect(await listen.execute()).toBe(true);
    await query('UPDATE notifications.telegram_ear SET last_update_id = NULL');
    await listen.execute();
    expect(await understand()).toBe(2);
    expect(await understand()).toBe(0);
    const told = await recorded('notifications.telegram-message-received');
    expect(told).toMatchObject([
      {
        telegramUserId: String(awa),
        sealedUsername: expect.stringMatching(/^\w+\./) as string,
        startTokenHash: expect.stringMatching(/^[\da-f]{64}$/) as string,
      },
      { startTokenHash: null },
    ]);
    for (const personal of ['abcdefghijkl', 'awa_d']) expect(JSON.stringify(told)).not.toContain(personal);
    const kept = await query<{ sealed: string | null; outcome: string }>(
      'SELECT sealed, outcome FROM notifications.provider_event',
    );
    expect(kept).toEqual([
      { sealed: null, outcome: 'told' },
      { sealed: null, outcome: 'told' },
    ]);
  });

  it('is listened to by one worker at a time', async () => {
    await query(`UPDATE notifications.telegram_ear SET holder = 'another', held_until = $1`, [
      new Date('2026-11-20T09:00:30Z'),
    ]);
    const listen = context.get(ListenToTelegram);
    expect(await listen.execute()).toBe(false);
    context.clock.advance({ seconds: 31 });
    expect(await listen.execute()).toBe(true);
  });

  it('is missed neither by another bot’s worker nor after a week without news', async () => {
    const listen = context.get(ListenToTelegram);
    const heard = async () => {
      await listen.execute();
      return (await query('SELECT 1 FROM notifications.provider_event')).length;
    };
    await query(`UPDATE notifications.telegram_ear SET holder = 'of another bot', last_update_id = 9000`);
    vendors.telegram.updates.push(message(700, 'bonjour'));
    expect(await heard()).toBe(1);
    const asked = vi.spyOn(vendors.telegram, 'updatesAfter');
    context.clock.advance({ hours: 5 * 24 });
    expect(await heard()).toBe(1);
    expect(asked).toHaveBeenLastCalledWith(700, 10);
    // Telegram begins anew at a number it draws.
    context.clock.advance({ hours: 3 * 24 });
    vendors.telegram.updates.length = 0;
    vendors.telegram.updates.push(message(12, 'bonjour'));
    expect(await heard()).toBe(2);
    expect(await heard()).toBe(2);
    expect(asked).toHaveBeenLastCalledWith(12, 10);
    asked.mockRestore();
  });

  it('keeps nobody waiting when it cannot be understood, and is given up in the end', async () => {
    const events = context.get(ProviderEvents);
    const sid = (n: number) => ({ MessageSid: `SM${n}`, MessageStatus: 'sent' });
    await events.hear('twilio', 'broken', hearWhatsAppStatus(sid(1), null)!);
    await query(`UPDATE notifications.provider_event SET sealed = 'gone.x'`);
    const tried = async () => {
      await understand();
      const [row] = await query<{ attempts: number }>(
        `SELECT attempts FROM notifications.provider_event WHERE event_key = 'broken'`,
      );
      return row?.attempts;
    };
    expect([await tried(), await tried(), await tried()]).toEqual([1, 1, 1]);
    await events.hear('twilio', 'whole', hearWhatsAppStatus(sid(2), null)!);
    expect(await understand()).toBe(1);
    const later: (number | undefined)[] = [];
    for (const seconds of [3, 6, 18, 54, 162, 486, 1_458, 86_400]) {
      context.clock.advance({ seconds });
      later.push(await tried());
    }
    expect(later).toEqual([2, 3, 4, 5, 6, 7, 8, 8]);
    expect(await events.waiting(10)).toEqual([]);
  });

  it('ends messages to somebody who blocks the bot, and begins them again', async () => {
    const membership = (id: number, status: string) => ({
      id,
      raw: { my_chat_member: { chat: { type: 'private' }, from: { id: awa }, new_chat_member: { status } } },
    });
    vendors.telegram.updates.push(membership(9, 'kicked'));
    await context.get(ListenToTelegram).execute();
    await understand();
    expect(await context.get(AddressStates).of('telegram', String(awa))).toMatchObject({ state: 'blocked' });
    vendors.telegram.updates.push(membership(10, 'member'));
    await context.get(ListenToTelegram).execute();
    await understand();
    expect(await context.get(AddressStates).of('telegram', String(awa))).toMatchObject({ state: 'active' });
  });

  it('ends WhatsApp with a STOP, which any other message does not undo', async () => {
    const say = async (sid: string, Body: string) => {
      const heard = hearWhatsApp({ From: `whatsapp:${number}`, Body });
      if (heard) await context.get(ProviderEvents).hear('twilio', `${sid}|inbound`, heard);
      await understand();
      return (await context.get(AddressStates).of('whatsapp', number)).state;
    };
    expect(await say('1', 'Bonjour')).toBe('active');
    expect(await say('2', ' Stop ')).toBe('opted-out');
    expect(await say('3', 'merci')).toBe('opted-out');
    expect(await say('4', 'START')).toBe('active');
    const received = (await recorded('notifications.whatsapp-received')).slice(-4);
    expect(JSON.stringify(received)).not.toContain(number.slice(1));
    const numberHash = keyedHash(context.get(Config).keys.encryption, `whatsapp:${number}`);
    expect(received).toMatchObject([
      { numberHash, stop: false },
      { stop: true },
      { stop: false },
      { stop: false },
    ]);
  });

  it('moves a message forward only: read stays read, and a receipt told twice is one', async () => {
    const id = await delivery({ state: 'accepted', providerId: 'SM1' });
    for (const status of ['read', 'sent', 'read', 'delivered']) {
      await receipt(id, status);
      await understand();
      expect(await stateOf(id)).toBe('read');
    }
    const steps = await query('SELECT 1 FROM notifications.delivery_step WHERE delivery_id = $1', [id]);
    expect(steps).toHaveLength(2);
  });

  it('is believed before the answer it overtook, and settles a doubt', async () => {
    const sending = await delivery({ state: 'sending' });
    await receipt(sending, 'delivered');
    await understand();
    expect(await stateOf(sending)).toBe('delivered');
    const doubted = await delivery({ state: 'queued', doubt: true });
    await receipt(doubted, 'sent');
    await understand();
    expect(await stateOf(doubted)).toBe('sent');
  });

  it('says of a number that it is not on WhatsApp', async () => {
    const id = await delivery({ state: 'accepted', providerId: 'SM1' });
    await receipt(null, 'undelivered', '63024');
    await understand();
    expect(await stateOf(id)).toBe('failed');
    expect(await context.get(AddressStates).of('whatsapp', number)).toMatchObject({ state: 'unreachable' });
  });

  it.each([
    ['63003', 'unreachable'],
    ['21610', 'opted-out'],
    ['63032', 'opted-out'],
    ['63033', 'blocked'],
    ['63016', 'active'],
  ])('says of a number by the code %s what an answer would', async (code, state) => {
    const id = await delivery({ state: 'accepted', providerId: 'SM1' });
    await receipt(id, 'undelivered', code);
    await understand();
    expect(await context.get(AddressStates).of('whatsapp', number)).toMatchObject({ state });
  });

  it('is remembered under a key that was replaced since', async () => {
    const { keys } = context.get(Config);
    const addresses = context.get(AddressStates);
    const before = keys.encryption;
    const old = before.current();
    const state = async () => (await addresses.of('whatsapp', number)).state;
    const sentBefore = addresses.hashOf('whatsapp', number);
    await addresses.mark('whatsapp', number, 'opted-out', 'asked by message');
    keys.encryption = KeyRing.parse(`fresh:${'f'.repeat(43)},${old.id}:${old.secret}`);
    try {
      context.clock.advance({ hours: 1 });
      await addresses.heardFrom('whatsapp', number);
      expect(await state()).toBe('opted-out');
      expect((await addresses.of('whatsapp', number)).lastInboundAt).toEqual(context.clock.now());
      await addresses.mark('whatsapp', number, 'active', 'asked by message');
      expect(await state()).toBe('active');
      await addresses.mark('whatsapp', number, 'opted-out', 'asked by message');
      context.clock.advance({ hours: 1 });
      await addresses.softBounce('whatsapp', addresses.hashOf('whatsapp', number), 'later');
      await addresses.softBounce('whatsapp', sentBefore, 'later');
      expect(await state()).toBe('opted-out');
    } finally {
      keys.encryption = before;
    }
  });

  const mailed = async (state = 'sent', doubt = false): Promise<Uuid> => {
    const id = await delivery({ state, doubt });
    await query(`UPDATE notifications.delivery SET channel = 'email', address_hash = $2 WHERE id = $1`, [
      id,
      context.get(AddressStates).hashOf('email', 'jean@example.fr'),
    ]);
    return id;
  };
  const mailEvent = async (id: Uuid, raw: object) => {
    const said = hearMail({ 'smtp-id': `<${id}@example.fr>`, sg_event_id: newId(), ...raw });
    if (said) await context.get(ProviderEvents).hear('mail', said.key, said.heard);
    await understand();
  };
  const mailbox = () => context.get(AddressStates).of('email', 'jean@example.fr');

  it('of a mail that came back ends it, and its mailbox', async () => {
    const id = await mailed();
    await mailEvent(id, { event: 'delivered' });
    expect(await stateOf(id)).toBe('delivered');
    await mailEvent(id, { event: 'bounce', type: 'bounce', reason: '550 no such user' });
    expect(await stateOf(id)).toBe('failed');
    expect(await mailbox()).toMatchObject({ state: 'bounced' });
  });

  it('of a mailbox keeps the codes of the other server, not its words', async () => {
    const id = await mailed();
    const reason = '550 5.1.1 <jean@example.fr>: Recipient address rejected';
    await mailEvent(id, { event: 'bounce', type: 'bounce', status: '5.1.1', reason });
    expect(await query('SELECT reason FROM notifications.address_state')).toEqual([
      { reason: 'bounce 550 5.1.1' },
    ]);
  });

  it.each([
    ['Bounced Address', 'bounced', 'bounced'],
    ['Invalid', 'bounced', 'bounced'],
    ['Invalid SMTPAPI header', 'active', 'dropped'],
    ['Spam Content', 'active', 'dropped'],
    ['Recipient List over Package Quota', 'active', 'dropped'],
    ['Spam Reporting Address', 'active', 'dropped'],
  ])('of a mail dropped for "%s" leaves the mailbox %s', async (reason, state, told) => {
    const id = await mailed();
    await mailEvent(id, { event: 'dropped', reason });
    expect(await mailbox()).toMatchObject({ state });
    expect(await query('SELECT state, last_reason FROM notifications.delivery')).toEqual([
      { state: 'failed', last_reason: told },
    ]);
  });

  it('of one mail that is put off again and again says nothing of its mailbox', async () => {
    const id = await mailed();
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      context.clock.advance({ hours: 1 });
      await mailEvent(id, { event: 'deferred', response: '451 4.7.1 try later', attempt: String(attempt) });
    }
    expect(await mailbox()).toMatchObject({ state: 'active' });
    expect(await stateOf(id)).toBe('sent');
    await mailEvent(id, { event: 'delivered' });
    expect(await stateOf(id)).toBe('delivered');
  });

  const turnAway = async (times = 1) => {
    const id = await mailed();
    for (let time = 0; time < times; time += 1)
      await mailEvent(id, { event: 'bounce', type: 'blocked', reason: '550 5.7.1 policy' });
    expect(await stateOf(id)).toBe('failed');
  };

  it('of three mails turned away in a week rests the mailbox, of three in a month does not', async () => {
    await turnAway(5);
    for (const days of [4, 4]) {
      context.clock.advance({ hours: days * 24 });
      await turnAway();
    }
    expect(await mailbox()).toMatchObject({ state: 'active' });
    await turnAway();
    await turnAway();
    expect(await mailbox()).toMatchObject({ state: 'bounced' });
  });

  it('of a mail that arrives ends the count, and the rest it made, but no bounce', async () => {
    const arrive = async () => mailEvent(await mailed(), { event: 'delivered' });
    await turnAway();
    await turnAway();
    await arrive();
    await turnAway();
    expect(await mailbox()).toMatchObject({ state: 'active' });
    await turnAway();
    await turnAway();
    expect(await mailbox()).toMatchObject({ state: 'bounced' });
    await arrive();
    expect(await mailbox()).toMatchObject({ state: 'active' });
    await mailEvent(await mailed(), { event: 'bounce', type: 'bounce', reason: '550 no such user' });
    await arrive();
    expect(await mailbox()).toMatchObject({ state: 'bounced' });
  });

  it('of a mail whose answer was lost settles the doubt: it is not sent again', async () => {
    for (const [event, state] of [
      ['delivered', 'delivered'],
      ['bounce', 'failed'],
    ] as const) {
      const id = await mailed('queued', true);
      await mailEvent(id, { event, type: 'bounce' });
      expect(await stateOf(id)).toBe(state);
    }
    const waiting = await mailed('queued');
    await mailEvent(waiting, { event: 'delivered' });
    expect(await stateOf(waiting)).toBe('queued');
  });

  it('of a complaint is an opt-out of that kind of mail', async () => {
    const id = await mailed();
    await mailEvent(id, { event: 'spamreport' });
    const cell = { category: 'subscription', channel: 'email' } as const;
    expect(await context.get(Preferences).wants(member, cell)).toBe(false);
  });

  it('of a complaint about a summary is an opt-out of every kind that went into it', async () => {
    const digest = newId();
    await query('INSERT INTO notifications.digest VALUES ($1, $2, $3)', [
      digest,
      member,
      context.clock.now(),
    ]);
    for (const category of ['loans', 'coaching']) {
      const gathered = await mailed();
      await query('UPDATE notifications.delivery SET digest_id = $2, category = $3 WHERE id = $1', [
        gathered,
        digest,
        category,
      ]);
    }
    const id = await mailed();
    await query(
      `UPDATE notifications.delivery SET template = 'digest', subject_id = $2, category = 'news' WHERE id = $1`,
      [id, digest],
    );
    await mailEvent(id, { event: 'spamreport' });
    const chosen = await context.get(Preferences).of(member);
    const refused = (['loans', 'coaching', 'news'] as const).map(
      (category) => !chosen.wants({ category, channel: 'email' }),
    );
    expect(refused).toEqual([true, true, false]);
  });
});
