import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AccountsModule, AccountsReferenceData, DemoPeople } from '@calmness/accounts';
import { eventCatalogue, type AnchorSet, type IsoDate } from '@calmness/events';
import { startOfDay } from '@calmness/platform/clock';
import { TickScheduler } from '@calmness/platform/events';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { SendDue } from '../../delivery/application/send-due';
import { OnAnchors } from '../../jobs/on-anchors';
import { NotificationsJobsModule } from '../../notifications-jobs.module';
import { FakeVendors } from '../../testing/fake-vendors';
import { FakeSubject, noTicks } from '../../testing/fakes';
import { FollowZone } from './follow-zone';
import { RehearseDue } from './rehearse-due';
import { RemindDue } from './remind-due';
import { TakeAnchor } from './take-anchor';
import { UpcomingReminders } from './upcoming-reminders';

const announced = new Date('2026-11-20T09:00:00Z');
const end = '2026-12-20';

describe('the reminders of a subscription', () => {
  let context: TestContext;
  let member: Uuid;
  let subject: Uuid;
  const vendors = new FakeVendors();
  const sender = vendors.mail;
  const subscription = new FakeSubject('billing.subscription');
  const kinds = ['accounts.member', 'accounts.verification'].map((kind) => new FakeSubject(kind));

  beforeAll(async () => {
    context = await startTestContext({
      imports: [AccountsModule, NotificationsJobsModule],
      worker: true,
      subjects: [subscription, ...kinds],
      replace: [...vendors.replace, { token: TickScheduler, value: noTicks }],
    });
    await context.get(AccountsReferenceData).install();
    const jean = { email: 'jean@example.fr', firstName: 'Jean', lastName: 'Dupont' };
    member = await context.get(DemoPeople).register({ ...jean, roles: ['member'] });
    await context.settle();
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    // What an earlier test, or the registration, set on its way has arrived before this one counts.
    await posted();
    await context.dataSource.query(
      `TRUNCATE notifications.reminder, notifications.reminder_anchor, notifications.notification,
                notifications.delivery CASCADE`,
    );
    await zone('Europe/Paris');
    context.clock.set(announced.toISOString());
    sender.sent.length = 0;
    sender.answers.length = 0;
    subject = newId();
    state(end);
  });

  const state = (endsOn: IsoDate, stillTrue = true) => {
    const facts = { plan: 'Premium', lastDay: '19/12/2026' };
    subscription.description = {
      title: 'Premium',
      url: '/user/payments',
      facts,
      occurrence: endsOn,
      stillTrue,
    };
  };
  const zone = (timezone: string) =>
    context.dataSource.query('UPDATE accounts.member SET timezone = $1', [timezone]);
  const anchor = (changes: Partial<AnchorSet> = {}): AnchorSet => {
    const occurrence = changes.occurrence ?? end;
    const at = startOfDay(occurrence).toISOString();
    const ids = { kind: 'subscription', subjectId: subject, recipientIds: [member] };
    return { ...ids, occurrence, version: 1, at, zone: 'Europe/Paris', ...changes };
  };
  const take = (changes: Partial<AnchorSet> = {}, at = announced) =>
    context.get(TakeAnchor).execute(anchor(changes), at);
  const remind = async (instant: string) => {
    context.clock.set(instant);
    return tellings();
  };
  const tellings = async () =>
    (await context.get(RemindDue).execute()).filter(({ state: one }) => one === 'told').length;
  const states = async (occurrence = end): Promise<string[]> => {
    const rows = await context.dataSource.query<{ text: string }[]>(
      `SELECT offset_key || ' ' || state AS text FROM notifications.reminder
        WHERE occurrence = $1 ORDER BY due_at`,
      [occurrence],
    );
    return rows.map(({ text }) => text);
  };
  const told = async (): Promise<string[]> => {
    const rows = await context.dataSource.query<{ title: string }[]>(
      'SELECT title FROM notifications.notification ORDER BY id',
    );
    return rows.map(({ title }) => title.replaceAll(/\s/g, ' '));
  };

  /** A clock that jumps while a mail is on its way would make its sender look dead. */
  const posted = async (): Promise<void> => {
    await context.get(SendDue).execute();
    const open = `SELECT 1 FROM notifications.delivery WHERE closed_at IS NULL`;
    await expect.poll(async () => (await context.dataSource.query<unknown[]>(open)).length).toBe(0);
  };
  const mail = async (): Promise<object | undefined> => {
    const [row] = await context.dataSource.query<{ state: string; last_reason: string | null }[]>(
      'SELECT state, last_reason FROM notifications.delivery ORDER BY id LIMIT 1',
    );
    return row;
  };

  it('are seven, each told once in the list and by mail, however often the minute comes round', async () => {
    await take();
    for (const day of ['12-13', '12-17', '12-18', '12-19', '12-21', '12-22', '12-23'])
      for (const time of ['07:59:59', '08:00:05', '08:01:05']) {
        await remind(`2026-${day}T${time}Z`);
        await posted();
      }
    expect(await told()).toEqual([
      'Votre abonnement se termine dans 7 jours',
      'Plus que 3 jours d’accès',
      'Encore 2 jours d’accès',
      'Dernier jour d’accès',
      'Votre abonnement est terminé',
      'On vous attend',
      'Un dernier mot',
    ]);
    expect(new Set(sender.sent.map(({ subject: words }) => words)).size).toBe(7);
    expect(sender.sent).toHaveLength(7);
  });

  it('lose nothing when nine o’clock was missed by forty minutes', async () => {
    await take();
    expect(await remind('2026-12-13T08:40:00Z')).toBe(1);
    expect(await remind('2026-12-13T08:41:00Z')).toBe(0);
  });

  it('are told once after an outage of days, the latest that still makes sense', async () => {
    await take();
    await remind('2026-12-18T10:00:00Z');
    expect(await told()).toEqual(['Encore 2 jours d’accès']);
    expect((await states()).slice(0, 3)).toEqual(['-7d superseded', '-3d superseded', '-2d told']);
    await remind('2026-12-19T19:30:00Z');
    expect((await states())[3]).toBe('-1d expired');
    expect(await told()).toHaveLength(1);
  });

  it('fall silent with a renewal on the last day, the mail that waits as well', async () => {
    await take();
    sender.answers.push({ kind: 'retryable', reason: 'held for the test' });
    await remind('2026-12-19T08:00:05Z');
    expect(await told()).toEqual(['Dernier jour d’accès']);
    await context.get(SendDue).execute();
    await expect.poll(mail).toMatchObject({ state: 'queued', last_reason: 'held for the test' });
    const later = '2027-01-20';
    state(later);
    await take({ occurrence: later, version: 2 }, context.clock.now());
    context.clock.advance({ hours: 1 });
    await context.get(SendDue).execute();
    await expect.poll(mail).toMatchObject({ state: 'cancelled', last_reason: 'subject-moved' });
    expect((await states()).slice(4)).toEqual(['+1d silenced', '+2d silenced', '+3d silenced']);
    await remind('2026-12-21T08:00:05Z');
    expect(await told()).toHaveLength(1);
    expect(await remind('2027-01-13T08:00:05Z')).toBe(1);
  });

  it('believe what is true now rather than what was announced', async () => {
    await take();
    state(end, false);
    expect(await remind('2026-12-13T08:00:05Z')).toBe(0);
    expect((await states())[0]).toBe('-7d silenced');
    state('2027-02-20');
    expect(await remind('2026-12-17T08:00:05Z')).toBe(0);
    expect(await told()).toEqual([]);
  });

  it('do not go back when an older announcement comes late, and stay told when one is repeated', async () => {
    await take({ version: 5 });
    await remind('2026-12-13T08:00:05Z');
    await take({ occurrence: '2026-12-15', version: 4 });
    await take({ version: 6 });
    expect((await states())[0]).toBe('-7d told');
    expect(await states('2026-12-15')).toEqual([]);
    expect(await remind('2026-12-13T08:02:05Z')).toBe(0);
  });

  it('leave out what lay before the purchase', async () => {
    await take({}, new Date('2026-12-17T12:00:00Z'));
    expect((await states()).slice(0, 3)).toEqual(['-7d skipped', '-3d skipped', '-2d planned']);
  });

  it('end with a cancellation', async () => {
    await take();
    const ended = { kind: 'subscription', subjectId: subject, version: 2, ended: true as const };
    await context.get(TakeAnchor).execute(ended, announced);
    expect(new Set(await states())).toEqual(
      new Set(['-7d', '-3d', '-2d', '-1d', '+1d', '+2d', '+3d'].map((key) => `${key} silenced`)),
    );
  });

  it('are planned again when their subject is back where it was, and those that were told are not', async () => {
    await take();
    await remind('2026-12-13T08:00:05Z');
    await take({ occurrence: '2026-12-30', version: 2 }, context.clock.now());
    expect(new Set((await states()).slice(1))).toEqual(
      new Set(['-3d', '-2d', '-1d', '+1d', '+2d', '+3d'].map((key) => `${key} silenced`)),
    );
    await take({ version: 3 }, new Date('2026-12-17T12:00:00Z'));
    expect((await states()).slice(0, 4)).toEqual(['-7d told', '-3d skipped', '-2d planned', '-1d planned']);
    await context
      .get(TakeAnchor)
      .execute({ kind: 'subscription', subjectId: subject, version: 4, ended: true }, announced);
    await take({ version: 5 }, new Date('2026-12-17T12:00:00Z'));
    expect(await remind('2026-12-18T08:00:05Z')).toBe(1);
    expect((await states()).slice(0, 4)).toEqual(['-7d told', '-3d skipped', '-2d told', '-1d planned']);
  });

  it('stay silent about what was not true any more, whatever is announced again', async () => {
    await take();
    state(end, false);
    await remind('2026-12-13T08:00:05Z');
    await take({ version: 2 });
    expect((await states())[0]).toBe('-7d silenced');
  });

  it('are judged by the hours of the zone a member has moved to', async () => {
    await zone('Asia/Tokyo');
    await take();
    await zone('Europe/Paris');
    // Over in Tokyo for long; noon in Paris.
    expect(await remind('2026-12-13T12:00:05Z')).toBe(1);
    expect(await told()).toHaveLength(1);
  });

  it('come once at the right hour to a member who moves that very day', async () => {
    await take();
    await zone('America/Montreal');
    expect(await remind('2026-12-13T08:00:05Z')).toBe(0);
    expect(await remind('2026-12-13T14:00:05Z')).toBe(1);
    await zone('Asia/Tokyo');
    await context.get(FollowZone).execute(member);
    expect(await remind('2026-12-17T00:00:05Z')).toBe(1);
    await zone('Europe/Paris');
    await context.get(FollowZone).execute(member);
    expect(await remind('2026-12-17T08:00:05Z')).toBe(0);
    expect(await told()).toHaveLength(2);
  });

  it('are told once by ten workers at the same minute', async () => {
    await take();
    context.clock.set('2026-12-13T08:00:05Z');
    const runs = await Promise.all(Array.from({ length: 10 }, tellings));
    expect(runs.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(1);
    await expect.poll(told).toEqual(['Votre abonnement se termine dans 7 jours']);
  });

  it('are seen beforehand, with their reader and their reason', async () => {
    await take();
    const upcoming = context.get(UpcomingReminders);
    expect(await upcoming.read(new Date('2026-12-17T23:00:00Z'), 10)).toEqual([
      { at: '2026-12-13T08:00:00.000Z', kind: 'reminder', who: 'Jean Dupont', why: 'subscription -7d' },
      { at: '2026-12-17T08:00:00.000Z', kind: 'reminder', who: 'Jean Dupont', why: 'subscription -3d' },
    ]);
    expect(await upcoming.read(new Date('2026-12-24T00:00:00Z'), 1)).toHaveLength(1);
    await remind('2026-12-13T08:00:05Z');
    expect(await upcoming.read(new Date('2026-12-14T00:00:00Z'), 10)).toEqual([]);
  });

  it('wait for a domain that is ill while the others go on, however many they are', async () => {
    const ill = Array.from({ length: 1_200 }, () => newId());
    await context.dataSource.query(
      `INSERT INTO notifications.reminder_anchor (kind, subject_id, version, occurrence, at, zone, recipient_ids)
       SELECT 'coaching-session', id, 1, 'first', '2026-12-13T08:30:00Z', 'Europe/Paris', ARRAY[$2::uuid]
         FROM unnest($1::uuid[]) AS id`,
      [ill, member],
    );
    await context.dataSource.query(
      `INSERT INTO notifications.reminder (kind, subject_id, occurrence, recipient_id, offset_key, due_at, expires_at,
                                           state)
       SELECT 'coaching-session', id, 'first', $2, '-30m', '2026-12-13T08:00:00Z', '2026-12-13T08:30:00Z', 'planned'
         FROM unnest($1::uuid[]) AS id`,
      [ill, member],
    );
    await take();
    expect(await remind('2026-12-13T08:00:05Z')).toBe(1);
    expect(await told()).toEqual(['Votre abonnement se termine dans 7 jours']);
  });

  it('are rehearsed by the same lines, to the word, and leave no trace', async () => {
    await take();
    context.clock.set('2026-12-18T10:00:00Z');
    const rehearsed = await context.get(RehearseDue).execute();
    expect(await told()).toEqual([]);
    expect(new Set((await states()).map((text) => text.split(' ')[1]))).toEqual(new Set(['planned']));
    expect(rehearsed.map(({ offsetKey, state: one }) => `${offsetKey} ${one}`)).toEqual([
      ...['-7d superseded', '-3d superseded', '-2d told'],
    ]);
    expect(await context.get(RemindDue).execute()).toEqual(rehearsed);
    expect(await context.get(RehearseDue).execute()).toEqual([]);
  });

  it('are planned from every event the catalogue calls anchored', () => {
    const anchored = Object.entries(eventCatalogue)
      .filter(([, entry]) => entry.anchored)
      .map(([name]) => name);
    const prototype = OnAnchors.prototype as unknown as Record<string, object>;
    const handled = Object.getOwnPropertyNames(prototype).flatMap((method) => {
      const consumer = Reflect.getMetadata('calmness:consumer', prototype[method] ?? {}) as
        { eventName: string } | undefined;
      return consumer ? [consumer.eventName] : [];
    });
    expect(handled).toEqual(expect.arrayContaining(anchored));
  });
});
