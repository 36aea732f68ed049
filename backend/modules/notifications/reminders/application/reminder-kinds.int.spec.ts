import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AccountsModule, AccountsReferenceData, DemoPeople } from '@calmness/accounts';
import type { ReminderSwitch } from '@calmness/contracts';
import type { AnchorSet } from '@calmness/events';
import { TickScheduler } from '@calmness/platform/events';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { SendDue } from '../../delivery/application/send-due';
import { NotificationsJobsModule } from '../../notifications-jobs.module';
import { Preferences } from '../../preferences/application/preferences';
import { FakeVendors } from '../../testing/fake-vendors';
import { FakeSubject, noTicks } from '../../testing/fakes';
import { FollowZone } from './follow-zone';
import { RemindDue } from './remind-due';
import { TakeAnchor } from './take-anchor';

/** Six in the evening in Paris. */
const at = '2026-11-21T17:00:00.000Z';
const announced = new Date('2026-10-01T09:00:00Z');
const facts = {
  when: 'samedi 21 novembre 2026 à 18:00, heure d’Europe centrale',
  instructor: 'Claire Martin',
  partner: 'Claire Martin',
  place: 'Lyon',
};

describe('the reminders of sessions and loans', () => {
  let context: TestContext;
  let member: Uuid;
  let mentor: Uuid;
  let subject: Uuid;
  const vendors = new FakeVendors();
  const sender = vendors.mail;
  const sources = ['formations.session', 'coaching.session', 'equipment.loan'].map(
    (kind) => new FakeSubject(kind),
  );
  const others = ['accounts.member', 'accounts.verification'].map((kind) => new FakeSubject(kind));

  beforeAll(async () => {
    context = await startTestContext({
      imports: [AccountsModule, NotificationsJobsModule],
      worker: true,
      subjects: [...sources, ...others],
      replace: [...vendors.replace, { token: TickScheduler, value: noTicks }],
    });
    await context.get(AccountsReferenceData).install();
    const awa = { email: 'awa@example.fr', firstName: 'Awa', lastName: 'Diallo' };
    member = await context.get(DemoPeople).register({ ...awa, roles: ['member'] });
    const claire = { email: 'claire@example.fr', firstName: 'Claire', lastName: 'Martin' };
    mentor = await context.get(DemoPeople).register({ ...claire, roles: ['instructor'] });
    await context.settle();
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    // What an earlier test, or the registration, set on its way has arrived before this one counts.
    await posted();
    await context.dataSource.query(
      `TRUNCATE notifications.reminder, notifications.reminder_anchor, notifications.notification,
                notifications.delivery, notifications.preference CASCADE`,
    );
    context.clock.set(announced.toISOString());
    sender.sent.length = 0;
    sender.answers.length = 0;
    subject = newId();
    describeAs('first');
  });

  const describeAs = (occurrence: string, stillTrue = true) => {
    for (const source of sources)
      source.description = { title: 'Casque VR', url: '/user/page', facts, occurrence, stillTrue };
  };
  const take = (kind: string, changes: Partial<AnchorSet> = {}, when = announced) =>
    context.get(TakeAnchor).execute(
      {
        ...{ kind, subjectId: subject, occurrence: 'first', version: 1, at, zone: 'Europe/Paris' },
        recipientIds: [member],
        ...changes,
      },
      when,
    );
  /** Lets the minute come round, twice, and the mails leave. */
  const minute = async (instant: string): Promise<string[]> => {
    context.clock.set(instant);
    const first = await context.get(RemindDue).execute();
    expect(await context.get(RemindDue).execute()).toEqual([]);
    await posted();
    return first.map(({ offsetKey, state }) => `${offsetKey} ${state}`);
  };
  /** A clock that jumps while a mail is on its way would make its sender look dead. */
  const posted = async (): Promise<void> => {
    await context.get(SendDue).execute();
    const open = `SELECT 1 FROM notifications.delivery WHERE closed_at IS NULL`;
    await expect.poll(async () => (await context.dataSource.query<unknown[]>(open)).length).toBe(0);
  };
  const list = async (): Promise<string[]> => {
    const rows = await context.dataSource.query<{ text: string }[]>(
      `SELECT type || ': ' || title AS text FROM notifications.notification ORDER BY id`,
    );
    return rows.map(({ text }) => text.replaceAll(/\s/g, ' '));
  };
  const mails = () => sender.sent.map(({ subject: words }) => words.replaceAll(/\s/g, ' '));
  const rows = async (): Promise<string[]> => {
    const found = await context.dataSource.query<{ text: string }[]>(
      `SELECT concat_ws(' ', offset_key, state, reason) AS text FROM notifications.reminder ORDER BY due_at`,
    );
    return found.map(({ text }) => text);
  };

  it('tell a formation session by mail a day ahead, and in the list a quarter of an hour ahead', async () => {
    await take('formation-session');
    expect(await minute('2026-11-20T17:00:05Z')).toEqual(['-24h told']);
    expect([await list(), mails()]).toEqual([[], ['Votre prochaine séance approche']]);
    expect(sender.sent[0]?.text).toContain('heure d’Europe centrale');
    expect(await minute('2026-11-21T16:00:05Z')).toEqual(['-1h told']);
    expect(await minute('2026-11-21T16:45:05Z')).toEqual(['-15m told']);
    expect(await list()).toEqual(['formation_session: La séance va commencer']);
    expect(mails()).toHaveLength(1);
  });

  it('tell a coaching session to both, with the way in, and not once it began', async () => {
    await take('coaching-session', { recipientIds: [member, mentor] });
    expect(await minute('2026-11-21T16:30:05Z')).toEqual(['-30m told', '-30m told']);
    expect(await list()).toHaveLength(2);
    const own = sender.sent.filter(({ subject: words }) => words.includes('coaching'));
    expect(own.map(({ to }) => to).sort()).toEqual(['awa@example.fr', 'claire@example.fr']);
    expect(own[0]?.text).toContain('/user/page');
    subject = newId();
    await take('coaching-session');
    expect(await minute('2026-11-21T17:00:00Z')).toEqual(['-30m expired']);
  });

  it('tell a medium loan four times before it is due, each once', async () => {
    await take('loan-medium');
    for (const [instant, key] of [
      ['2026-11-19T08:00:05Z', '-2d'],
      ['2026-11-20T08:40:00Z', '-1d'],
      ['2026-11-21T07:00:05Z', '0d'],
      ['2026-11-21T15:00:05Z', '-2h'],
    ] as const)
      expect(await minute(instant)).toEqual([`${key} told`]);
    expect(mails()).toEqual([
      'Matériel à rendre dans 2 jours',
      'Matériel à rendre demain',
      'Matériel à rendre aujourd’hui',
      'Matériel à rendre dans les deux heures',
    ]);
    expect(await list()).toEqual(mails().map((title) => `loan_due: ${title}`));
  });

  it('tell a short loan two hours ahead, a long one a week ahead', async () => {
    await take('loan-short');
    expect((await rows())[0]).toBe('-2h planned');
    subject = newId();
    await take('loan-long');
    expect(await minute('2026-11-14T08:00:05Z')).toEqual(['-7d told']);
    expect(mails()).toEqual(['Matériel à rendre dans 7 jours']);
  });

  it('tell a delay the next day, the third, the seventh and then every week until it is back', async () => {
    await take('loan-short');
    await minute('2026-11-21T15:00:05Z');
    for (const [day, key] of [
      ['2026-11-22', '+1d'],
      ['2026-11-24', '+3d'],
      ['2026-11-28', '+7d'],
      ['2026-12-05', '+14d'],
      ['2026-12-12', '+21d'],
    ] as const)
      expect(await minute(`${day}T09:00:05Z`)).toEqual([`${key} told`]);
    expect((await rows()).at(-1)).toBe('+28d planned');
    expect((await list()).filter((text) => text === 'loan_overdue: Votre prêt est en retard')).toHaveLength(
      5,
    );
    expect(mails().filter((words) => words === 'Votre prêt est en retard')).toHaveLength(5);
    await context
      .get(TakeAnchor)
      .execute({ kind: 'loan-short', subjectId: subject, version: 2, ended: true }, context.clock.now());
    expect(await minute('2026-12-19T09:00:05Z')).toEqual([]);
    expect((await rows()).at(-1)).toBe('+28d silenced ended');
  });

  it('catch up with a delay after weeks of outage once, and go on from there', async () => {
    await take('loan-short');
    await minute('2026-11-21T15:00:05Z');
    expect(await minute('2026-12-19T10:00:00Z')).toEqual([
      ...['+1d expired', '+3d expired', '+7d expired', '+28d told'],
    ]);
    expect((await rows()).at(-1)).toBe('+35d planned');
  });

  it('begin with the next week for a loan that was late for long when it was announced', async () => {
    await take('loan-medium', {}, new Date('2026-12-06T09:00:00Z'));
    const [last, ...before] = (await rows()).reverse();
    expect(last).toBe('+21d planned');
    expect(new Set(before.map((text) => text.replace(/^\S+ /, '')))).toEqual(
      new Set(['skipped before the subject']),
    );
  });

  it('leave out the ones a borrower switched off, and tell the others', async () => {
    const off = (key: ReminderSwitch) => ({ key, enabled: false });
    await take('loan-medium');
    await context.get(Preferences).save(member, [], 0, { reminders: [off('loan.-2d'), off('loan.-2h')] });
    expect(await minute('2026-11-19T08:00:05Z')).toEqual(['-2d silenced']);
    expect((await rows())[0]).toBe('-2d silenced switched off');
    expect(await minute('2026-11-20T08:00:05Z')).toEqual(['-1d told']);
    // Missed together, the one that is switched off does not overtake the one that is not.
    expect(await minute('2026-11-21T15:30:00Z')).toEqual(['-2h silenced', '0d told']);
    await context.get(Preferences).save(member, [], 1, { reminders: [{ key: 'loan.-2d', enabled: true }] });
    expect(await context.get(Preferences).refusedReminders(member)).toEqual(new Set(['loan.-2h']));
    expect(await minute('2026-11-22T09:00:05Z')).toEqual(['+1d told']);
  });

  it('fall silent when it came back, the mail that waits as well', async () => {
    await take('loan-medium');
    sender.answers.push({ kind: 'retryable', reason: 'held for the test' });
    context.clock.set('2026-11-20T08:00:05Z');
    await context.get(RemindDue).execute();
    await context.get(SendDue).execute();
    const mail = async () =>
      (
        await context.dataSource.query<{ state: string; last_reason: string }[]>(
          'SELECT state, last_reason FROM notifications.delivery',
        )
      )[0];
    await expect.poll(mail).toMatchObject({ state: 'queued', last_reason: 'held for the test' });
    describeAs('first', false);
    context.clock.advance({ hours: 1 });
    await context.get(SendDue).execute();
    await expect.poll(mail).toMatchObject({ state: 'cancelled', last_reason: 'no-longer-true' });
    expect(await minute('2026-11-21T07:00:05Z')).toEqual(['0d silenced']);
    expect(await minute('2026-11-22T09:00:05Z')).toEqual(['-2h superseded', '+1d silenced']);
  });

  it.each([
    ['2026-03-29', '2026-03-29T06:00:05Z', '2026-03-28T08:00:05Z'],
    ['2026-10-25', '2026-10-25T07:00:05Z', '2026-10-24T07:00:05Z'],
  ])('keep their hour when the clocks change on %s', async (day, eightThatDay, nineTheDayBefore) => {
    const early = new Date('2026-01-01T00:00:00Z');
    context.clock.set(early.toISOString());
    await take('loan-medium', { at: `${day}T17:00:00.000Z` }, early);
    expect(await minute(nineTheDayBefore)).toEqual(['-2d superseded', '-1d told']);
    expect(await minute(eightThatDay)).toEqual(['0d told']);
  });

  const dayBefore = (day: string, zone: string) =>
    Temporal.PlainDate.from(day)
      .subtract({ days: 1 })
      .toZonedDateTime({ timeZone: zone, plainTime: '09:00:05' })
      .toInstant()
      .toString();
  const live = (zone: string) =>
    context.dataSource.query('UPDATE accounts.member SET timezone = $1 WHERE id = $2', [zone, member]);

  it.each([
    ['2026-03-30', 'Europe/Paris', 'America/New_York'],
    ['2026-03-30', 'America/New_York', 'Europe/Paris'],
    ['2026-10-26', 'Europe/Paris', 'America/New_York'],
    ['2026-10-26', 'Pacific/Auckland', 'Europe/Paris'],
    ['2028-03-01', 'Asia/Tokyo', 'America/Los_Angeles'],
  ])('due on %s, come once to a reader who goes from %s to %s the day before', async (day, from, to) => {
    const early = new Date('2026-01-01T00:00:00Z');
    context.clock.set(early.toISOString());
    await live(from);
    await take('loan-medium', { at: `${day}T16:00:00.000Z` }, early);
    await live(to);
    await context.get(FollowZone).execute(member);
    const instants = [dayBefore(day, from), dayBefore(day, to)].sort();
    const heard: string[] = [];
    for (const instant of instants)
      heard.push(...(await minute(instant)).filter((text) => text === '-1d told').map(() => instant));
    await live('Europe/Paris');
    expect(heard).toEqual([dayBefore(day, to)]);
  });
});
