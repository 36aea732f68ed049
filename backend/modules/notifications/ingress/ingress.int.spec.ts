import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent } from '@calmness/events';
import { AccountsModule, AccountsReferenceData, DemoPeople } from '@calmness/accounts';
import { TickScheduler } from '@calmness/platform/events';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { NotificationsJobsModule } from '../notifications-jobs.module';
import { NotificationsModule } from '../notifications.module';
import { AddressStates } from '../places/persistence/address-states';
import { FakeVendors } from '../testing/fake-vendors';
import { FakeSubject, noTicks } from '../testing/fakes';
import { ListenToTelegram } from './application/listen-to-telegram';
import { UnderstandEvents } from './application/understand-events';
import { hearWhatsApp, hearWhatsAppStatus } from './domain/heard';
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
        `whatsapp|${id}`,
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
        username: 'awa_d',
        startTokenHash: expect.stringMatching(/^[\da-f]{64}$/) as string,
      },
      { startTokenHash: null },
    ]);
    expect(JSON.stringify(told)).not.toContain('abcdefghijkl');
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
    expect((await recorded('notifications.whatsapp-received')).slice(-4)).toMatchObject([
      { number, stop: false },
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
});
