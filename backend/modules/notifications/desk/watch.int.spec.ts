import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AccountsModule, AccountsReferenceData, ContactBook, DemoPeople } from '@calmness/accounts';
import { DatabaseVendorGate, pacesFor, VendorGate } from '@calmness/platform/vendors';
import { Config } from '@calmness/platform/config';
import { TickScheduler } from '@calmness/platform/events';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { Announce } from '../announcements/application/announce';
import { SendDue } from '../delivery/application/send-due';
import { DeliveryEntity } from '../delivery/persistence/delivery.entity';
import { Rings } from '../delivery/persistence/rings';
import { NotificationsJobsModule } from '../notifications-jobs.module';
import { FakeVendors } from '../testing/fake-vendors';
import { FakeSubject, noTicks } from '../testing/fakes';
import { plantDelivery } from '../testing/plant-delivery';
import { AlertSubject } from './application/alert-subject';
import { DeliveryAlerts } from './application/delivery-alerts';
import { Watch } from './application/watch';
import { Alerts } from './persistence/alerts';

const now = '2026-11-20T09:00:00Z';
const reminder = 'subscription-ends-in-3';

describe('the watch over what the house says', () => {
  let context: TestContext;
  let member: Uuid;
  let gate: DatabaseVendorGate;
  const vendors = new FakeVendors();
  const alertSubject = new FakeSubject('notifications.alert');

  beforeAll(async () => {
    context = await startTestContext({
      imports: [AccountsModule, NotificationsJobsModule],
      worker: true,
      subjects: [
        alertSubject,
        ...['billing.subscription', 'accounts.member', 'accounts.verification'].map(
          (k) => new FakeSubject(k),
        ),
      ],
      replace: [...vendors.replace, { token: TickScheduler, value: noTicks }],
    });
    await context.get(AccountsReferenceData).install();
    const people = context.get(DemoPeople);
    member = await people.register({
      ...{ email: 'jean@example.fr', firstName: 'Jean', lastName: 'Dupont', roles: ['member'] },
    });
    await people.register({ email: 'a@example.fr', firstName: 'Sophie', lastName: 'L', roles: ['admin'] });
    await people.register({ email: 'm@example.fr', firstName: 'Marc', lastName: 'D', roles: ['manager'] });
    await context.settle();
    const subject = context.get(AlertSubject);
    vi.spyOn(alertSubject, 'describe').mockImplementation((...asked) => subject.describe(...asked, 'fr'));
    gate = new DatabaseVendorGate(context.dataSource, context.clock, pacesFor(undefined));
    vi.spyOn(context.get(VendorGate), 'health').mockImplementation(() => gate.health());
    const book = context.get(ContactBook);
    const known = book.contactOf.bind(book);
    vi.spyOn(book, 'contactOf').mockImplementation(async (id) => {
      const contact = await known(id);
      return contact && { ...contact, telegramId: '42' };
    });
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await context.dataSource.query('TRUNCATE notifications.intent, notifications.alert CASCADE');
    await context.dataSource.query('DELETE FROM notifications.notification');
    await context.dataSource.query(
      `UPDATE platform.vendor_gate SET circuit = 'closed', rests_until = NULL, failures = 0`,
    );
    context.clock.set(now);
    vendors.telegram.script.clear();
  });

  const watch = () => context.get(Watch).execute();
  const plant = async (state: 'sent' | 'failed', times: number, reason = '550') => {
    const channel = reason.startsWith('code') ? 'whatsapp' : 'email';
    for (let n = 0; n < times; n += 1)
      await plantDelivery(context.dataSource, {
        ...{ recipientId: member, at: context.clock.now().toISOString(), state, reason, channel },
      });
  };
  /** One attempt after the other, each taken up before it ends. */
  const retried = async (channel: 'whatsapp' | 'push', reasons: (string | null)[]) => {
    const at = context.clock.now();
    const id = await plantDelivery(context.dataSource, {
      ...{ recipientId: member, at: at.toISOString(), state: 'queued', channel },
    });
    for (const [index, reason] of reasons.entries()) {
      await context.dataSource.query(
        `UPDATE notifications.delivery SET state = 'sending', attempts = $2, claimed_until = $3 WHERE id = $1`,
        [id, index + 2, at],
      );
      await context.dataSource.query(
        `UPDATE notifications.delivery SET claimed_until = NULL, last_reason = $2::text, changed_at = $3,
                state = CASE WHEN $2 IS NULL THEN 'accepted' ELSE 'queued' END,
                accepted_at = CASE WHEN $2 IS NULL THEN $3::timestamptz END,
                closed_at = CASE WHEN $2 IS NULL THEN $3::timestamptz END WHERE id = $1`,
        [id, reason, at],
      );
    }
  };
  const told = async () => {
    const rows = await context.dataSource.query<{ title: string; body: string }[]>(
      `SELECT title, body FROM notifications.notification WHERE type = 'delivery_alert' ORDER BY id`,
    );
    return rows.map(({ title }) => title);
  };

  it('tells each who runs the house once that too much fails, and closes by itself', async () => {
    await plant('sent', 17);
    await plant('failed', 2);
    expect(await watch()).toBe(0);
    await plant('failed', 1);
    await Promise.all([watch(), watch(), watch()]);
    expect(await told()).toEqual(['Trop d’envois échouent', 'Trop d’envois échouent']);
    expect(await context.get(DeliveryAlerts).read()).toMatchObject({
      count: 1,
      oldestAt: '2026-11-20T09:00:00.000Z',
    });
    context.clock.advance({ minutes: 16 });
    expect(await watch()).toBe(0);
    expect((await context.get(DeliveryAlerts).read()).count).toBe(0);
    // Back within the hour: they know. Back the day after: they are told again.
    await plant('failed', 20);
    expect(await watch()).toBe(1);
    expect(await told()).toHaveLength(2);
    context.clock.advance({ hours: 24 });
    await watch();
    await plant('failed', 20);
    await watch();
    expect(await told()).toHaveLength(4);
  });

  it('waits five minutes before it speaks of a provider that rests', async () => {
    for (let times = 0; times < 5; times += 1)
      await gate.heard('discord', { kind: 'retryable', reason: '502' });
    expect(await watch()).toBe(0);
    context.clock.advance({ minutes: 4, seconds: 59 });
    expect(await watch()).toBe(0);
    context.clock.advance({ seconds: 1 });
    expect(await watch()).toBe(1);
    expect(await context.get(Alerts).open()).toMatchObject([
      { kind: 'circuit_open', about: 'discord', figure: 5 },
    ]);
    expect(await told()).toContain('Discord ne répond plus');
  });

  it('sees a provider that refuses the pace, and a house that runs out of room', async () => {
    await plant('failed', 3, 'code 63018');
    const { room } = context.get(Config);
    const was = { ...room };
    Object.assign(room, { databaseLimit: 1, diskReserve: Number.MAX_SAFE_INTEGER });
    await watch();
    Object.assign(room, was);
    const open = await context.get(Alerts).open();
    expect(open.map(({ kind }) => kind)).toEqual(['database_size', 'disk_space', 'provider_quota']);
  });

  it('counts each refusal of the pace, also of what left after all, and those of WhatsApp alone', async () => {
    await retried('push', ['HTTP 429', 'HTTP 429', 'HTTP 429']);
    await retried('whatsapp', ['HTTP 429', 'code 20429', null]);
    await watch();
    expect(await context.get(Alerts).open()).toEqual([]);
    await retried('whatsapp', ['HTTP 429', 'HTTP 503', null]);
    await watch();
    expect(await context.get(Alerts).open()).toMatchObject([{ kind: 'provider_quota', figure: 3 }]);
  });

  describe('and over how often people are rung', () => {
    const announce = (name: typeof reminder | 'payment-received' = reminder) =>
      context.get(Announce).execute({ name, subjectId: newId(), memberId: member });
    const send = () => context.get(SendDue).execute();
    const rung = () => vendors.telegram.script.sent.length;

    it('stops at six a day of his, even when seven leave together, and begins anew the next day', async () => {
      for (let times = 0; times < 8; times += 1) await announce();
      await send();
      expect(rung()).toBe(6);
      const silent = await context.dataSource.manager.findBy(DeliveryEntity, {
        channel: 'telegram',
        state: 'suppressed',
      });
      expect(silent.map(({ lastReason }) => lastReason)).toEqual(['over-budget', 'over-budget']);
      const fatigue = await context.get(Rings).fatigueSince(new Date('2026-11-19T23:00:00Z'));
      expect(fatigue).toEqual({ members_over: 1, distribution: [{ messages: 6, member_days: 1 }] });
      // Midnight in Paris.
      context.clock.set('2026-11-20T22:59:59Z');
      await announce();
      await send();
      expect(rung()).toBe(6);
      context.clock.set('2026-11-20T23:00:00Z');
      await announce();
      await send();
      expect(rung()).toBe(7);
    });

    it('never counts mails, nor what a person asked to see arrive', async () => {
      for (let times = 0; times < 8; times += 1) await announce();
      await send();
      const mails = await context.dataSource.manager.findBy(DeliveryEntity, { channel: 'email' });
      expect(mails.every(({ state }) => state === 'sent')).toBe(true);
      await context.dataSource.query(
        `UPDATE notifications.delivery SET test = true, state = 'queued', closed_at = NULL WHERE state = 'suppressed'`,
      );
      await send();
      expect(rung()).toBe(8);
    });
  });
});
