import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AccountsModule, AccountsReferenceData, DemoPeople } from '@calmness/accounts';
import { UnitOfWork } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { Announce } from '../../announcements/application/announce';
import { SendDue } from '../../delivery/application/send-due';
import { NotificationsJobsModule } from '../../notifications-jobs.module';
import { FakeVendors } from '../../testing/fake-vendors';
import { FakeSubject } from '../../testing/fakes';
import { Preferences } from './preferences';
import { UnsubscribeLinks } from './unsubscribe-links';

const reminders = { category: 'subscription', channel: 'email' } as const;

describe('what a member chose to hear', () => {
  let context: TestContext;
  let member: Uuid;
  const vendors = new FakeVendors();
  const sender = vendors.mail;
  const subjects = [
    'billing.subscription',
    'billing.payment',
    'accounts.member',
    'accounts.verification',
  ].map((kind) => new FakeSubject(kind));

  beforeAll(async () => {
    context = await startTestContext({
      imports: [AccountsModule, NotificationsJobsModule],
      worker: true,
      subjects,
      replace: vendors.replace,
    });
    await context.get(AccountsReferenceData).install();
    const jean = { email: 'jean@example.fr', firstName: 'Jean', lastName: 'Dupont' };
    member = await context.get(DemoPeople).register({ ...jean, roles: ['member'] });
    await context.settle();
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    // What an earlier test, or the registration, set on its way has arrived before this one counts.
    await send();
    await context.dataSource.query('TRUNCATE notifications.preference, notifications.delivery CASCADE');
    sender.sent.length = 0;
  });

  const preferences = () => context.get(Preferences);
  const choose = (enabled: boolean, version: number) =>
    preferences().save(member, [{ ...reminders, enabled }], version);
  const announce = (name: 'subscription-ends-in-3' | 'payment-rejected') =>
    context
      .get(UnitOfWork)
      .run(() => context.get(Announce).execute({ name, subjectId: newId(), memberId: member }));
  const verdicts = async (): Promise<string[]> => {
    const rows = await context.dataSource.query<{ text: string }[]>(
      `SELECT category || ' ' || state || ' ' || coalesce(last_reason, '') AS text FROM notifications.delivery`,
    );
    return rows.map(({ text }) => text.trim());
  };
  const send = async (): Promise<void> => {
    await context.get(SendDue).execute();
    await expect.poll(async () => (await verdicts()).join()).not.toMatch(/queued|sending/);
  };

  it('is asked at the moment a mail leaves, even for one that waited', async () => {
    await choose(true, 0);
    vendors.gate.closed.add('mail');
    await announce('subscription-ends-in-3');
    await choose(false, 1);
    vendors.gate.closed.clear();
    await send();
    expect(await verdicts()).toEqual(['subscription suppressed opted-out']);
    await announce('subscription-ends-in-3');
    expect(await verdicts()).toHaveLength(1);
  });

  it('never holds back what is compulsory', async () => {
    await choose(false, 0);
    await announce('payment-rejected');
    await send();
    expect(await verdicts()).toEqual(['billing sent']);
    await expect(
      preferences().save(member, [{ category: 'billing', channel: 'email', enabled: false }], 1),
    ).rejects.toMatchObject({ code: 'notifications.cell-mandatory' });
    await expect(
      preferences().save(member, [{ category: 'news', channel: 'discord', enabled: true }], 1),
    ).rejects.toMatchObject({ code: 'notifications.cell-mandatory' });
  });

  it('is saved by one of several devices that saw the same', async () => {
    const saves = await Promise.allSettled(Array.from({ length: 5 }, () => choose(false, 0)));
    expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is ended by the link of a mail, which only such a mail carries, and which nobody else can make', async () => {
    await announce('subscription-ends-in-3');
    await announce('payment-rejected');
    await send();
    const links = sender.sent.map(({ unsubscribeUrl }) => unsubscribeUrl).filter((url) => url !== null);
    expect(links).toHaveLength(1);
    const token = links[0]?.split('/').at(-1) ?? '';
    const made = context.get(UnsubscribeLinks);
    expect(made.read(token)).toEqual({ memberId: member, categories: ['subscription'] });
    expect(made.read(token.replace('subscription', 'security'))).toBeUndefined();
    expect(made.read(token.replace(member, newId()))).toBeUndefined();
    expect(made.read('nonsense')).toBeUndefined();
    await preferences().optOut(member, reminders);
    await preferences().optOut(member, reminders);
    expect(await preferences().wants(member, reminders)).toBe(false);
    expect(await preferences().wants(member, { category: 'security', channel: 'email' })).toBe(true);
  });
});
