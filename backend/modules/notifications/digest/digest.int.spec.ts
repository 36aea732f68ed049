import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AccountsModule, AccountsReferenceData, DemoPeople } from '@calmness/accounts';
import type { Announcement } from '../announcements/domain/announcement';
import { TickScheduler } from '@calmness/platform/events';
import { newId, type Uuid } from '@calmness/platform/ids';
import { SubjectSources } from '@calmness/platform/subjects';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { Announce } from '../announcements/application/announce';
import { announcements } from '../announcements/domain/announcements';
import { SendDue } from '../delivery/application/send-due';
import { ChangeInbox } from '../inbox/application/change-inbox';
import { inboxChanges } from '../inbox/persistence/notification.repository';
import { NotificationsJobsModule } from '../notifications-jobs.module';
import { UnsubscribeLinks } from '../preferences/application/unsubscribe-links';
import { Preferences } from '../preferences/application/preferences';
import { FakeVendors } from '../testing/fake-vendors';
import { FakeSubject, noTicks } from '../testing/fakes';
import { DigestSubject } from './application/digest-subject';
import { GatherDigests } from './application/gather-digests';

describe('the summaries', () => {
  let context: TestContext;
  let admin: Uuid;
  const vendors = new FakeVendors();
  const payment = new FakeSubject('billing.payment');
  const described = payment.description;
  const subjects = [payment, ...['accounts.member', 'accounts.verification'].map((k) => new FakeSubject(k))];

  beforeAll(async () => {
    context = await startTestContext({
      imports: [AccountsModule, NotificationsJobsModule],
      worker: true,
      subjects,
      replace: [...vendors.replace, { token: TickScheduler, value: noTicks }],
    });
    const sources = context.get(SubjectSources);
    const known = sources.of.bind(sources);
    vi.spyOn(sources, 'of').mockImplementation((kind) =>
      kind === 'notifications.digest' ? context.get(DigestSubject) : known(kind),
    );
    await context.get(AccountsReferenceData).install();
    const paul = { email: 'paul@example.fr', firstName: 'Paul', lastName: 'Martin' };
    admin = await context.get(DemoPeople).register({ ...paul, roles: ['admin'] });
    await context.settle();
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await context.dataSource.query(
      `TRUNCATE notifications.intent, notifications.notification, notifications.preference,
                notifications.digest CASCADE`,
    );
    payment.description = described;
    vendors.mail.sent.length = 0;
    context.clock.set('2026-11-20T09:00:00Z');
  });

  const announce = async (): Promise<Uuid> => {
    const subjectId = newId();
    await context.get(Announce).execute({ name: 'payment-to-validate', subjectId, memberId: newId() });
    return subjectId;
  };
  const gather = () => context.get(GatherDigests).execute();
  const send = () => context.get(SendDue).execute();
  const mailed = async (): Promise<string[]> => {
    await send();
    return vendors.mail.sent.map(({ subject }) => subject);
  };
  const states = async (): Promise<string[]> => {
    const rows = await context.dataSource.query<{ text: string }[]>(
      `SELECT state || coalesce(' ' || last_reason, '') || CASE WHEN digest_id IS NULL THEN '' ELSE ' gathered' END
              AS text FROM notifications.delivery WHERE template <> 'digest' ORDER BY id`,
    );
    return rows.map(({ text }) => text);
  };
  const digests = () => context.dataSource.query<unknown[]>('SELECT id FROM notifications.digest');
  const nextMorning = () => context.clock.set('2026-11-21T07:30:00Z');
  const rhythm = (staff: 'each' | 'daily' | 'weekly') =>
    context.dataSource.query(
      `INSERT INTO notifications.preference (member_id, cells, digests, reminders, version, updated_at)
       VALUES ($1, '{}', $2, '{}', 1, now())`,
      [admin, { staff }],
    );

  it('say in one mail, at half past eight of the reader, what happened since', async () => {
    await announce();
    await announce();
    expect(await mailed()).toEqual([]);
    context.clock.set('2026-11-21T07:29:59Z');
    expect(await gather()).toBe(0);
    nextMorning();
    expect(await gather()).toBe(1);
    expect(await mailed()).toEqual(['Votre résumé\u00a0: 2 nouvelles']);
    const [mail] = vendors.mail.sent;
    expect(mail?.to).toBe('paul@example.fr');
    expect(mail?.text.match(/Paiement à valider/g)).toHaveLength(2);
    expect(mail?.text).toContain('référence CAL-ABC234');
    expect(await states()).toEqual(['digested gathered', 'digested gathered']);
    expect(await gather()).toBe(0);
    expect(await mailed()).toHaveLength(1);
  });

  it('are refused, all they speak of, by the link they carry', async () => {
    await announce();
    nextMorning();
    await gather();
    await send();
    const token = vendors.mail.sent[0]?.unsubscribeUrl?.split('/').at(-1) ?? '';
    expect(context.get(UnsubscribeLinks).read(token)).toEqual({ memberId: admin, categories: ['staff'] });
  });

  it('are made once by two workers', async () => {
    for (let count = 0; count < 5; count += 1) await announce();
    nextMorning();
    await Promise.all(Array.from({ length: 10 }, () => gather()));
    expect(await digests()).toHaveLength(1);
    expect(await mailed()).toEqual(['Votre résumé\u00a0: 5 nouvelles']);
  });

  it('leave everything as it was when the worker dies in the middle', async () => {
    await announce();
    nextMorning();
    const dying = vi.spyOn(Announce.prototype, 'execute').mockRejectedValueOnce(new Error('killed'));
    expect(await gather()).toBe(0);
    dying.mockRestore();
    expect(await states()).toEqual(['digested']);
    expect(await digests()).toEqual([]);
    expect(await gather()).toBe(1);
    expect(await mailed()).toHaveLength(1);
  });

  it('are silent when there is nothing left to say, and keep the reason', async () => {
    await announce();
    await context.get(ChangeInbox).all(admin, inboxChanges.read);
    await announce();
    nextMorning();
    payment.description = described && { ...described, stillTrue: false };
    expect(await gather()).toBe(0);
    expect(await states()).toEqual(['cancelled read-in-app', 'cancelled no-longer-true']);
    expect(await digests()).toEqual([]);
    expect(await mailed()).toEqual([]);
  });

  it('stop with the opt-out, before they are gathered and after', async () => {
    const refuse = (enabled: boolean, version: number) =>
      context.get(Preferences).save(admin, [{ category: 'staff', channel: 'email', enabled }], version);
    await announce();
    await refuse(false, 0);
    nextMorning();
    await gather();
    expect(await states()).toEqual(['suppressed opted-out']);
    await refuse(true, 1);
    await announce();
    context.clock.set('2026-11-22T07:30:00Z');
    expect(await gather()).toBe(1);
    await refuse(false, 2);
    expect(await mailed()).toEqual([]);
    const [sent] = await context.dataSource.query<{ state: string; reason: string }[]>(
      `SELECT state, last_reason AS reason FROM notifications.delivery WHERE template = 'digest'`,
    );
    expect(sent).toEqual({ state: 'cancelled', reason: 'no-longer-true' });
  });

  it('of a week wait for Monday, even what just missed the last one', async () => {
    await rhythm('weekly');
    context.clock.set('2026-11-23T07:30:00Z');
    await announce();
    context.clock.set('2026-11-29T12:00:00Z');
    expect(await gather()).toBe(0);
    context.clock.set('2026-11-30T07:30:00Z');
    expect(await gather()).toBe(1);
    expect(await mailed()).toHaveLength(1);
  });

  it.each([
    ['2026-03-28T20:00:00Z', '2026-03-29T06:30:00Z'],
    ['2026-10-24T20:00:00Z', '2026-10-25T07:30:00Z'],
  ])('come at the wall’s half past eight when the clock changes (%s)', async (told, due) => {
    context.clock.set(told);
    await announce();
    context.clock.set(new Date(Date.parse(due) - 1_000).toISOString());
    expect(await gather()).toBe(0);
    context.clock.set(due);
    expect(await gather()).toBe(1);
  });

  it('are not for who wants each mail, nor without a list to read them in', async () => {
    await rhythm('each');
    await announce();
    expect(await mailed()).toEqual([expect.stringContaining('Paiement à valider')]);
    await context.dataSource.query('TRUNCATE notifications.preference');
    await context.get(Preferences).save(admin, [{ category: 'staff', channel: 'in_app', enabled: false }], 0);
    await announce();
    nextMorning();
    expect(await gather()).toBe(0);
    expect(await mailed()).toHaveLength(2);
    expect(vendors.mail.sent[1]?.subject).toContain('Paiement à valider');
  });

  it('hold only what the staff may wait for, and never themselves', async () => {
    const digest: Announcement = announcements.digest;
    expect(digest.direct).toBe(true);
    await context.dataSource.query(
      `INSERT INTO notifications.preference (member_id, cells, digests, reminders, version, updated_at)
       VALUES ($1, '{}', '{"news": "daily"}', '{}', 1, now())`,
      [admin],
    );
    await announce();
    nextMorning();
    expect(await gather()).toBe(1);
    expect(await mailed()).toHaveLength(1);
  });
});
