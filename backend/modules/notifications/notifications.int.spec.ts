import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AccountsModule, DemoPeople, FeatureFlags } from '@calmness/accounts';
import { AccountsReferenceData, OrganisationSettings } from '@calmness/accounts';
import { schemaDrift, UnitOfWork } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { Announce } from './announcements/application/announce';
import { SendDue } from './delivery/application/send-due';
import { DeliveryEntity } from './delivery/persistence/delivery.entity';
import { notificationsTables } from './application/notifications-personal-data';
import { ReadInbox } from './inbox/application/read-inbox';
import { TidyInbox } from './inbox/application/tidy-inbox';
import { NotificationEntity } from './inbox/persistence/notification.entity';
import { NotificationsJobsModule } from './notifications-jobs.module';
import { FakeVendors } from './testing/fake-vendors';
import { FakeSubject } from './testing/fakes';

describe('notifications', () => {
  let context: TestContext;
  let member: Uuid;
  let admin: Uuid;
  const vendors = new FakeVendors();
  const sender = vendors.mail;
  const payment = new FakeSubject('billing.payment');
  const subjects = [
    payment,
    new FakeSubject('billing.invoice'),
    new FakeSubject('billing.subscription'),
    new FakeSubject('accounts.member'),
    new FakeSubject('accounts.verification'),
    new FakeSubject('accounts.session'),
    new FakeSubject('accounts.email-change'),
    new FakeSubject('accounts.external-account'),
    ...['billing.invoice-document', 'billing.invoice-chain', 'platform.parked-event'].map(
      (kind) => new FakeSubject(kind),
    ),
  ];

  beforeAll(async () => {
    context = await startTestContext({
      imports: [AccountsModule, NotificationsJobsModule],
      worker: true,
      subjects,
      replace: vendors.replace,
    });
    await context.get(AccountsReferenceData).install();
    const people = context.get(DemoPeople);
    member = await people.register({
      email: 'jean@example.fr',
      firstName: 'Jean',
      lastName: 'Dupont',
      roles: ['member'],
    });
    admin = await people.register({
      email: 'ada@example.fr',
      firstName: 'Ada',
      lastName: 'Roy',
      roles: ['member', 'admin'],
    });
    await context.settle();
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await context.get(SendDue).execute();
    await context.dataSource.query('TRUNCATE notifications.intent, notifications.notification CASCADE');
    sender.sent.length = 0;
    sender.answers.length = 0;
    sender.deduplicatesByMessageId = false;
    payment.description = { ...payment.description!, stillTrue: true };
  });

  const send = () => context.get(SendDue).execute();
  const deliveries = () => context.dataSource.manager.find(DeliveryEntity, { order: { id: 'ASC' } });
  const inbox = (memberId: Uuid) => context.get(ReadInbox).execute({ memberId, status: 'all', limit: 20 });
  const intend = async () => {
    await context.get(Announce).execute({ name: 'payment-rejected', subjectId: newId(), memberId: member });
    const [delivery] = await deliveries();
    return delivery!;
  };

  it('has tables that are what the entities declare', async () => {
    expect((await schemaDrift(context.dataSource)).filter((line) => line.includes('notifications'))).toEqual(
      [],
    );
  });

  it('decide about every column, for the day a person asks for his data or goes', async () => {
    expect(await notificationsTables.undecided(context.dataSource)).toEqual([]);
  });

  it('does not tell what the academy has switched off, and tells everything else', async () => {
    const switches = vi.spyOn(context.get(FeatureFlags), 'isOn').mockResolvedValue(false);
    const announce = context.get(Announce);
    await announce.execute({ name: 'welcome', subjectId: newId(), memberId: member });
    await announce.execute({ name: 'address-confirmed', subjectId: newId(), memberId: member });
    switches.mockRestore();
    expect((await inbox(member)).rows.map(({ type }) => type)).toEqual(['security']);
    await announce.execute({ name: 'welcome', subjectId: newId(), memberId: member });
    expect((await inbox(member)).rows.map(({ type }) => type)).toEqual(['welcome', 'security']);
  });

  it('tells each time an account is connected, the same one again as well', async () => {
    const linked = { memberId: member, platform: 'discord' as const, externalAccountId: newId() };
    for (let times = 0; times < 2; times += 1) {
      await context.get(UnitOfWork).run((tx) => {
        tx.record('accounts.external-account-linked', linked);
        return Promise.resolve();
      });
      await context.settle();
    }
    expect((await inbox(member)).rows.map(({ type }) => type)).toEqual(['security', 'security']);
  });

  it('tells a declared payment to the member and to the staff that validates, once', async () => {
    const paymentId = newId();
    await context.get(UnitOfWork).run((tx) => {
      tx.record('billing.payment-declared', {
        paymentId,
        memberId: member,
        planId: newId(),
        amountCents: 4_900,
      });
      return Promise.resolve();
    });
    await context.settle();
    await send();
    expect((await inbox(member)).rows.map((row) => row.type)).toEqual(['payment_pending']);
    expect((await inbox(admin)).rows.map((row) => row.type)).toEqual(['payment_to_validate']);
    // The staff reads it in the list, and in the summary of the morning.
    await expect.poll(() => sender.sent.map((mail) => mail.to)).toEqual(['jean@example.fr']);
    const kept = (await deliveries()).map(({ recipientId, state }) => [recipientId, state]);
    expect(kept).toContainEqual([admin, 'digested']);
  });

  it('tells the staff what the machine cannot mend by itself', async () => {
    await context.get(UnitOfWork).run((tx) => {
      tx.record('billing.invoice-document-failed', { invoiceId: newId() });
      tx.record('billing.invoice-chain-broken', { brokenNumber: 'CT-20261120-0001' });
      tx.record('platform.event-parked', { eventId: newId(), consumer: 'billing.issue-invoice' });
      return Promise.resolve();
    });
    await context.settle();
    const told = ['event_parked', 'invoice_chain_broken', 'invoice_document_failed'];
    expect((await inbox(admin)).rows.map((row) => row.type).sort()).toEqual(told);
    expect((await inbox(member)).rows).toEqual([]);
    expect((await deliveries()).map(({ state }) => state)).toEqual(['digested', 'digested', 'digested']);
  });

  it('tells the staff each time the same event gets stuck', async () => {
    const parked = { eventId: newId(), consumer: 'billing.issue-invoice' };
    for (let time = 0; time < 2; time += 1) {
      await context.get(UnitOfWork).run((tx) => Promise.resolve(tx.record('platform.event-parked', parked)));
      await context.settle();
    }
    expect((await inbox(admin)).rows.map((row) => row.type)).toEqual(['event_parked', 'event_parked']);
  });

  it('says a thing once, however often it is announced, ten at a time', async () => {
    const news = { name: 'payment-rejected' as const, subjectId: newId(), memberId: member };
    await Promise.all(Array.from({ length: 10 }, () => context.get(Announce).execute(news)));
    expect((await inbox(member)).rows).toHaveLength(1);
    expect(await deliveries()).toHaveLength(1);
  });

  it('sends each mail once when five workers look at the same time', async () => {
    for (let index = 0; index < 12; index += 1) await intend();
    await Promise.all(Array.from({ length: 5 }, send));
    await expect.poll(async () => (await deliveries()).every((row) => row.state === 'sent')).toBe(true);
    expect(new Set(sender.sent.map((mail) => mail.messageId)).size).toBe(12);
    expect(sender.sent).toHaveLength(12);
  });

  it('cancels what is no longer true', async () => {
    payment.description = { ...payment.description!, stillTrue: false };
    const { id } = await intend();
    await send();
    await expect
      .poll(async () => (await deliveries())[0])
      .toMatchObject({ id, state: 'cancelled', lastReason: 'no-longer-true' });
    expect(sender.sent).toEqual([]);
  });

  it('signs with what the academy says about itself, and says why the mail comes', async () => {
    const settings = context.get(OrganisationSettings);
    const address = '12 rue de la Paix\n75002 Paris';
    const told = { contactEmail: 'bonjour@example.fr', contactPhone: '+33 1 23 45 67 89', address };
    await settings.save(admin, { ...(await settings.read()), ...told });
    await intend();
    await send();
    await expect.poll(() => sender.sent.length).toBe(1);
    const [mail] = sender.sent;
    for (const face of [mail!.text, mail!.html]) {
      expect(face).toContain('Calmness · 12 rue de la Paix, 75002 Paris · +33\u00a01\u00a023');
      expect(face).toContain('bonjour@example.fr');
      expect(face).toContain('parce que vous avez passé une commande');
    }
  });

  it.each([
    ['permanent', 'failed'],
    ['unknown', 'queued'],
    ['retryable', 'queued'],
  ] as const)('ends a %s answer as %s', async (kind, state) => {
    sender.answers.push({ kind, reason: 'said the provider' });
    await intend();
    await send();
    await expect
      .poll(async () => (await deliveries())[0])
      .toMatchObject({ state, lastReason: 'said the provider' });
  });

  it.each([
    ['before the hand-over', null, false, 'queued'],
    ['after it, in a mail that matters', '2026-11-20T09:00:00Z', false, 'queued'],
    ['after it a second time', '2026-11-20T09:00:00Z', true, 'unknown'],
  ])('when the sender died %s', async (_when, handedOverAt, doubted, state) => {
    const now = context.clock.now();
    vendors.gate.closed.add('mail');
    const { id } = await intend();
    await context.dataSource.query(
      `UPDATE notifications.delivery SET state = 'sending', attempts = 1, handed_over_at = $2, claimed_until = $3::timestamptz,
              doubt_since = CASE WHEN $4 THEN $3::timestamptz END WHERE id = $1`,
      [id, handedOverAt, new Date(now.getTime() - 1_000), doubted],
    );
    await send();
    vendors.gate.closed.clear();
    expect((await deliveries())[0]).toMatchObject({ state, lastReason: 'sender-died' });
    expect(sender.sent).toEqual([]);
  });

  it('reads, marks, clears, and hides another member’s message', async () => {
    await intend();
    const [message] = (await inbox(member)).rows;
    const tidy = context.get(TidyInbox);
    await expect(tidy.read(admin, message!.id)).rejects.toMatchObject({
      code: 'notifications.not-found',
      kind: 'not-found',
    });
    expect(await tidy.read(member, message!.id)).toBe(1);
    expect(await tidy.read(member, message!.id)).toBe(0);
    expect((await inbox(member)).unreadCount).toBe(0);
    expect(await tidy.removeRead(member)).toBe(1);
    expect((await inbox(member)).rows).toEqual([]);
    expect(await context.dataSource.manager.countBy(NotificationEntity, { memberId: member })).toBe(1);
  });
});
