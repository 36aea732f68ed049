import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AccountsModule, AccountsReferenceData, ContactBook, DemoPeople } from '@calmness/accounts';
import { TickScheduler } from '@calmness/platform/events';
import { newId, type Uuid } from '@calmness/platform/ids';
import type { SendOutcome } from '@calmness/platform/vendors';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { Announce } from '../../announcements/application/announce';
import type { Decisions } from '../../announcements/domain/decision';
import { TidyInbox } from '../../inbox/application/tidy-inbox';
import { NotificationsJobsModule } from '../../notifications-jobs.module';
import { PushSubscriptions } from '../../places/application/push-subscriptions';
import { AddressStates } from '../../places/persistence/address-states';
import { Preferences } from '../../preferences/application/preferences';
import { QuietTimes } from '../../preferences/application/quiet-times';
import { FakeVendors } from '../../testing/fake-vendors';
import { FakeSubject, noTicks } from '../../testing/fakes';
import { DeliveryEntity } from '../persistence/delivery.entity';
import { SendDue } from './send-due';

const reminder = 'subscription-ends-in-3';
const sid = `HX${'0a'.repeat(16)}`;

describe('the channels', () => {
  let context: TestContext;
  let member: Uuid;
  const vendors = new FakeVendors();
  const subscription = new FakeSubject('billing.subscription');
  const reach = { whatsapp: '+33612345678', telegramId: '4503599627370495', discordId: '80351110224678912' };

  beforeAll(async () => {
    context = await startTestContext({
      imports: [AccountsModule, NotificationsJobsModule],
      worker: true,
      subjects: [
        subscription,
        ...['accounts.member', 'accounts.verification'].map((k) => new FakeSubject(k)),
      ],
      replace: [...vendors.replace, { token: TickScheduler, value: noTicks }],
    });
    await context.get(AccountsReferenceData).install();
    const jean = { email: 'jean@example.fr', firstName: 'Jean', lastName: 'Dupont' };
    member = await context.get(DemoPeople).register({ ...jean, roles: ['member'] });
    await context.settle();
    const book = context.get(ContactBook);
    const known = book.contactOf.bind(book);
    // Linking is another floor's work; here the person simply is reachable everywhere.
    vi.spyOn(book, 'contactOf').mockImplementation(async (id) => {
      const contact = await known(id);
      return contact && { ...contact, ...reach };
    });
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await context.dataSource.query(
      `TRUNCATE notifications.intent, notifications.notification, notifications.address_state,
                notifications.preference, notifications.quiet_hours, notifications.push_subscription,
                notifications.whatsapp_template CASCADE`,
    );
    context.clock.set('2026-11-20T09:00:00Z');
    for (const script of [vendors.telegram.script, vendors.discord.script, vendors.push.script])
      script.clear();
    vendors.whatsApp.templates.clear();
    vendors.whatsApp.texts.clear();
    vendors.whatsApp.known = [];
    vendors.mail.sent.length = 0;
    vendors.mail.answers.length = 0;
    vendors.telegram.enabled = true;
    subscription.description = {
      title: 'Premium',
      url: '/user/payments',
      facts: { plan: 'Premium <b>&</b> *étoile*', lastDay: '19/12/2026' },
      stillTrue: true,
    };
    await context.dataSource.query(
      `INSERT INTO notifications.whatsapp_template VALUES ($1, 'fr', $2, 'approved', '["first_name", "title", "plan"]', now())`,
      [reminder, sid],
    );
    await context.get(PushSubscriptions).add(member, keysOf('phone'), 'Pixel');
    await context
      .get(Preferences)
      .save(member, [{ category: 'subscription', channel: 'discord', enabled: true }], 0);
  });

  const keysOf = (name: string) => ({
    endpoint: `https://push.example/${name}`,
    p256dh: 'key',
    auth: 'secret',
  });
  const announce = (expiresAt = new Date('2026-11-20T19:00:00Z')) =>
    context.get(Announce).execute({ name: reminder, subjectId: newId(), memberId: member, expiresAt });
  const send = () => context.get(SendDue).execute();
  const rows = (channel?: DeliveryEntity['channel']) =>
    context.dataSource.manager.find(DeliveryEntity, {
      where: channel ? { channel } : {},
      order: { channel: 'ASC' },
    });
  const states = async () =>
    Object.fromEntries(
      (await rows()).map(({ channel, state, lastReason }) => [channel, lastReason ?? state]),
    );
  const decisions = async (): Promise<Decisions> => {
    const [row] = await context.dataSource.query<{ decisions: Decisions }[]>(
      'SELECT decisions FROM notifications.intent',
    );
    return row?.decisions ?? {};
  };
  const later = (duration: Temporal.DurationLike) => {
    context.clock.advance(duration);
    return send();
  };

  it('each carry one message, in their own dress', async () => {
    await announce();
    await send();
    expect(await states()).toEqual({
      email: 'sent',
      whatsapp: 'accepted',
      telegram: 'sent',
      discord: 'sent',
      push: 'sent',
    });
    expect(vendors.telegram.script.sent).toMatchObject([
      { chatId: reach.telegramId, html: expect.stringContaining('&lt;b&gt;&amp;&lt;/b&gt;') as string },
    ]);
    const [discord] = vendors.discord.script.sent;
    expect(discord?.text).toContain(String.raw`\*étoile\*`);
    expect(discord?.nonce).toMatch(/^[\da-z]{1,25}$/);
    expect(vendors.whatsApp.templates.sent).toMatchObject([
      { to: reach.whatsapp, contentSid: sid, variables: { 1: 'Jean', 3: 'Premium <b>&</b> *étoile*' } },
    ]);
    const [push] = vendors.push.script.sent;
    expect(JSON.parse(push?.payload ?? '')).toMatchObject({
      notification: { data: { onActionClick: { default: { url: '/user/payments' } } } },
    });
    expect(push?.subscription).toEqual(keysOf('phone'));
  });

  it('say why nothing leaves by them, and are not queued for nothing', async () => {
    vendors.telegram.enabled = false;
    await context.dataSource.query(
      'TRUNCATE notifications.push_subscription, notifications.whatsapp_template',
    );
    await context
      .get(Preferences)
      .save(member, [{ category: 'subscription', channel: 'discord', enabled: false }], 1);
    await announce();
    expect(await decisions()).toEqual({
      in_app: 'told',
      email: 'queued',
      telegram: 'channel-off',
      whatsapp: 'no-template',
      push: 'no-address',
      discord: 'opted-out',
    });
    expect(await rows()).toHaveLength(1);
  });

  it('ring in every browser, and forget the one that is gone', async () => {
    await context.get(PushSubscriptions).add(member, keysOf('laptop'), 'Firefox');
    vendors.push.script.answers.push({ kind: 'permanent', reason: '410', address: 'gone' });
    await announce();
    await send();
    expect((await rows('push')).map(({ state }) => state).sort()).toEqual(['failed', 'sent']);
    expect(await context.get(PushSubscriptions).of(member)).toHaveLength(1);
  });

  it('leave a person alone who blocked them, until he writes again', async () => {
    vendors.telegram.script.answers.push({ kind: 'permanent', reason: '403', address: 'blocked' });
    await announce();
    await send();
    await context.dataSource.query('TRUNCATE notifications.intent CASCADE');
    await announce();
    expect(await decisions()).toMatchObject({ telegram: 'address-refused' });
    await context.get(AddressStates).heardFrom('telegram', reach.telegramId);
    await context.dataSource.query('TRUNCATE notifications.intent CASCADE');
    await announce();
    expect(await decisions()).toMatchObject({ telegram: 'queued' });
  });

  it('are silent in the hours a member keeps, but for mails, and ring after them', async () => {
    const siesta = { from: '10:00', to: '11:00', days: [1, 2, 3, 4, 5, 6, 7] };
    await context.get(QuietTimes).save(member, siesta);
    await announce();
    await send();
    expect(await states()).toEqual({
      email: 'sent',
      whatsapp: 'quiet-hours',
      telegram: 'quiet-hours',
      discord: 'quiet-hours',
      push: 'quiet-hours',
    });
    expect((await rows('telegram'))[0]).toMatchObject({ state: 'deferred' });
    await later({ minutes: 59 });
    expect(vendors.telegram.script.sent).toEqual([]);
    await later({ minutes: 1 });
    expect(vendors.telegram.script.sent).toHaveLength(1);
  });

  it('do not ring after the silence when it outlasts what they had to say', async () => {
    await context.get(QuietTimes).save(member, { from: '10:00', to: '22:00', days: [5] });
    await announce();
    await send();
    expect((await rows('telegram'))[0]).toMatchObject({ state: 'expired', lastReason: 'quiet-hours' });
  });

  it.each([
    ['telegram', vendors.telegram.script, 'unknown', 1],
    ['discord', vendors.discord.script, 'sent', 2],
    ['push', vendors.push.script, 'sent', 2],
  ] as const)(
    'answer a lost answer of %s as its provider can bear',
    async (channel, script, state, times) => {
      script.answers.push({ kind: 'unknown', reason: 'timeout' });
      await announce();
      await send();
      await later({ seconds: 30 });
      expect((await rows(channel))[0]?.state).toBe(state);
      expect(script.sent).toHaveLength(times);
    },
  );

  /** Twilio takes the message at once and its answer never comes: given up after fifteen seconds. */
  const loseAnswer = (status: string) =>
    vi.spyOn(vendors.whatsApp, 'sendTemplate').mockImplementationOnce(({ variables }) => {
      const body = Object.values(variables).join(' ');
      vendors.whatsApp.known = [{ providerId: 'SM1', status, body, at: context.clock.now() }];
      context.clock.advance({ seconds: 15 });
      return Promise.resolve({ kind: 'unknown', reason: 'timeout' });
    });

  it('ask Twilio what it has before anything is said twice', async () => {
    const sending = loseAnswer('sent');
    await announce();
    await send();
    await later({ seconds: 30 });
    expect(vendors.whatsApp.templates.sent).toEqual([]);
    expect((await rows('whatsapp'))[0]).toMatchObject({
      ...{ state: 'accepted', providerId: 'SM1', doubtSince: new Date('2026-11-20T09:00:00Z') },
    });
    sending.mockRestore();
  });

  it.each(['failed', 'undelivered', 'canceled'])('send again what Twilio has as %s', async (status) => {
    const sending = loseAnswer(status);
    await announce();
    await send();
    await later({ seconds: 30 });
    expect(vendors.whatsApp.templates.sent).toHaveLength(1);
    expect((await rows('whatsapp'))[0]).toMatchObject({ state: 'accepted', providerId: 'p-1' });
    sending.mockRestore();
  });

  it('send nothing twice because what the provider answered could not be noted', async () => {
    const heard = vi.spyOn(vendors.gate, 'heard').mockRejectedValue(new Error('deadlock detected'));
    const mark = vi.spyOn(context.get(AddressStates), 'mark').mockRejectedValue(new Error('no connection'));
    vendors.telegram.script.answers.push({ kind: 'permanent', reason: '403', address: 'blocked' });
    await announce();
    await send();
    expect(mark).toHaveBeenCalledOnce();
    expect(await states()).toEqual({
      ...{ email: 'sent', whatsapp: 'accepted', telegram: '403', discord: 'sent', push: 'sent' },
    });
    await later({ minutes: 30 });
    expect(vendors.mail.sent).toHaveLength(1);
    heard.mockRestore();
    mark.mockRestore();
  });

  it('do not call too late what may have arrived', async () => {
    vendors.discord.script.answers.push({ kind: 'unknown', reason: 'timeout' });
    await announce(new Date('2026-11-20T09:00:10Z'));
    await send();
    await later({ seconds: 30 });
    expect((await rows('discord'))[0]).toMatchObject({ state: 'unknown', lastReason: 'too-late' });
  });

  it('wait for their turn in one chat without losing an attempt', async () => {
    const turn = new Date('2026-11-20T09:00:01Z');
    await context
      .get(Preferences)
      .save(member, [{ category: 'subscription', channel: 'email', enabled: false }], 1);
    vendors.gate.turns = Array.from({ length: 3 }, () => turn);
    await announce();
    await send();
    expect((await rows('telegram'))[0]).toMatchObject({ state: 'queued', attempts: 0, nextAttemptAt: turn });
    vendors.gate.turns = [];
    await later({ seconds: 1 });
    expect((await rows('telegram'))[0]).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('let nothing leave when the provider said "later" since it was taken up', async () => {
    const until = new Date('2026-11-20T09:00:03Z');
    vendors.gate.holds = Array.from({ length: 5 }, () => until);
    await announce();
    await send();
    for (const row of await rows())
      expect(row).toMatchObject({ state: 'queued', attempts: 0, handedOverAt: null, nextAttemptAt: until });
    expect(vendors.mail.sent).toEqual([]);
    await later({ seconds: 3 });
    expect((await rows('telegram'))[0]).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('do not wait for one that hangs', async () => {
    const hung = Promise.withResolvers<SendOutcome>();
    const sending = vi.spyOn(vendors.telegram, 'send').mockReturnValueOnce(hung.promise);
    await announce();
    const first = send();
    await expect.poll(() => sending.mock.calls.length).toBe(1);
    await announce();
    const second = send();
    await expect.poll(() => vendors.telegram.script.sent.length, { timeout: 10_000 }).toBe(1);
    expect((await rows('telegram')).map(({ state }) => state).sort()).toEqual(['sending', 'sent']);
    hung.resolve({ kind: 'accepted', providerId: 'late' });
    await Promise.all([first, second]);
    expect((await rows('telegram')).map(({ state }) => state)).toEqual(['sent', 'sent']);
    sending.mockRestore();
  });

  it('keep every step of a delivery, and never go back', async () => {
    vendors.telegram.script.answers.push({ kind: 'retryable', reason: '429', afterSeconds: 20 });
    await announce();
    await send();
    await later({ seconds: 30 });
    const steps = await context.dataSource.query<{ text: string }[]>(
      `SELECT s.state || coalesce(' ' || s.reason, '') AS text FROM notifications.delivery_step AS s
         JOIN notifications.delivery AS d ON d.id = s.delivery_id WHERE d.channel = 'telegram' ORDER BY number`,
    );
    expect(steps.map(({ text }) => text)).toEqual(['queued', 'sending', 'queued 429', 'sending 429', 'sent']);
    await expect(
      context.dataSource.query(
        `UPDATE notifications.delivery SET state = 'queued', closed_at = NULL WHERE channel = 'telegram'`,
      ),
    ).rejects.toMatchObject({ constraint: 'delivery_forward' });
  });

  it('stay silent about news a replay brings after a week', async () => {
    await context.get(Announce).execute({
      name: reminder,
      subjectId: newId(),
      memberId: member,
      happenedAt: '2026-11-13T08:59:59.000Z',
    });
    expect(Object.values(await decisions()).every((decision) => decision === 'expired')).toBe(true);
    expect(await rows()).toEqual([]);
    expect(await context.get(TidyInbox).removeRead(member)).toBe(0);
  });
});
