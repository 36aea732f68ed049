import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AccountsModule, AccountsReferenceData, DemoPeople } from '@calmness/accounts';
import type { BroadcastWrite } from '@calmness/contracts';
import type { DomainError } from '@calmness/platform/errors';
import { TickScheduler } from '@calmness/platform/events';
import { newId, type Uuid } from '@calmness/platform/ids';
import { SubjectSource } from '@calmness/platform/subjects';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { Announce } from '../announcements/application/announce';
import { SendDue } from '../delivery/application/send-due';
import { PurgeLog } from '../desk/application/purge-log';
import { NotificationsJobsModule } from '../notifications-jobs.module';
import { Preferences } from '../preferences/application/preferences';
import { FakeVendors } from '../testing/fake-vendors';
import { FakeSubject, noTicks } from '../testing/fakes';
import { BroadcastSubject } from './application/broadcast-subject';
import { ManageBroadcasts } from './application/manage-broadcasts';
import { ReadBroadcasts } from './application/read-broadcasts';
import { SendBroadcasts } from './application/send-broadcasts';

const names = ['Awa', 'Bruno', 'Chloé', 'Denis', 'Élodie'];
const staff = newId();
const news: BroadcastWrite = {
  category: 'news',
  audience: { kind: 'everybody', plan_id: null, label_id: null },
  channels: ['in_app', 'email', 'push'],
  title: { fr: 'La salle ouvre le samedi', en: 'Open on Saturdays' },
  body: { fr: 'Dès décembre.\n\nVenez !', en: 'From December on.\n\nCome!' },
};

describe('a broadcast', () => {
  let context: TestContext;
  let manage: ManageBroadcasts;
  let people: Uuid[];
  const vendors = new FakeVendors();
  class Written extends SubjectSource {
    readonly kind = 'notifications.broadcast';
    describe(...asked: Parameters<BroadcastSubject['describe']>) {
      return context.get(BroadcastSubject).describe(...asked);
    }
  }

  beforeAll(async () => {
    context = await startTestContext({
      imports: [AccountsModule, NotificationsJobsModule],
      worker: true,
      subjects: [
        new Written(),
        ...['accounts.member', 'accounts.verification'].map((kind) => new FakeSubject(kind)),
      ],
      replace: [...vendors.replace, { token: TickScheduler, value: noTicks }],
    });
    manage = context.get(ManageBroadcasts);
    await context.get(AccountsReferenceData).install();
    people = [];
    for (const [index, firstName] of names.entries()) {
      const person = { email: `p${index}@example.fr`, firstName, lastName: 'Roy' };
      people.push(await context.get(DemoPeople).register({ ...person, roles: ['member'] }));
    }
    await context.settle();
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    vi.restoreAllMocks();
    await context.dataSource.query(
      `TRUNCATE notifications.intent, notifications.notification, notifications.broadcast, notifications.preference,
                accounts.member_plan, accounts.label CASCADE`,
    );
    context.clock.set('2026-11-20T09:00:00Z');
    vendors.mail.sent.length = 0;
    vendors.mail.answers.length = 0;
  });

  const view = (id: Uuid) => context.get(ReadBroadcasts).one(id);
  const drafted = async (changes: Partial<BroadcastWrite> = {}) => {
    const id = await manage.create(staff, { ...news, ...changes });
    await manage.count(id);
    return id;
  };
  const confirmed = async (changes: Partial<BroadcastWrite> = {}) => {
    const id = await drafted(changes);
    const { forecast, version } = await view(id);
    await manage.confirm({ actorId: staff, id }, version, forecast?.reached ?? -1);
    return id;
  };
  const send = (limit = 2) => context.get(SendBroadcasts).execute(limit);
  const refuse = async (member: number, ...channels: ('email' | 'in_app')[]) => {
    const id = people[member] as Uuid;
    const cells = channels.map((channel) => ({ category: 'news' as const, channel, enabled: false }));
    await context.get(Preferences).save(id, cells, 0);
  };
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'accepted',
      ({ code }: DomainError) => code,
    );
  const told = () =>
    context.dataSource.query<{ name: string }[]>(
      'SELECT recipient_id AS name FROM notifications.intent ORDER BY recipient_id',
    );

  it('reaches exactly those its count promised, by the channels it promised', async () => {
    await refuse(0, 'email', 'in_app');
    await refuse(1, 'in_app');
    const id = await drafted();
    const { forecast, version } = await view(id);
    expect(forecast).toEqual({
      ...{ people: 5, reached: 4, opted_out: 1, unreachable: 0 },
      by_channel: [
        { channel: 'in_app', people: 3 },
        { channel: 'email', people: 4 },
        { channel: 'push', people: 0 },
      ],
    });
    expect(await told()).toEqual([]);
    await manage.confirm({ actorId: staff, id }, version, 4);
    expect(await send()).toBe(5);
    await context.get(SendDue).execute();
    const after = await view(id);
    expect(after).toMatchObject({ state: 'sent', progress: { told: 5, reached: forecast?.reached } });
    expect(after.progress?.by_channel.map(({ arrived }) => arrived)).toEqual([3, 4, 0]);
    expect(vendors.mail.sent).toHaveLength(4);
    expect(vendors.mail.sent[0]).toMatchObject({ subject: 'La salle ouvre le samedi' });
    expect(vendors.mail.sent[0]?.unsubscribeUrl).toContain('/unsubscribe/');
  });

  it('says the same once the log has forgotten its messages', async () => {
    vendors.mail.answers.push({ kind: 'permanent', reason: '550' });
    const id = await confirmed();
    await send();
    await context.get(SendDue).execute();
    const { progress } = await view(id);
    expect(progress?.by_channel.map(({ arrived, failed }) => [arrived, failed])).toEqual([
      [5, 0],
      [4, 1],
      [0, 0],
    ]);
    context.clock.advance({ hours: 92 * 24 });
    expect((await context.get(PurgeLog).execute()).deliveries).toBe(5);
    expect((await view(id)).progress).toEqual(progress);
  });

  it('tells nobody who never agreed to offers', async () => {
    const id = await drafted({ category: 'offers' });
    expect((await view(id)).forecast).toMatchObject({ people: 5, reached: 0, opted_out: 5, unreachable: 0 });
    expect(await codeOf(manage.confirm({ actorId: staff, id }, 1, 0))).toBe('notifications.audience-empty');
  });

  it('tells each person once, whoever dies in the middle and however many workers there are', async () => {
    const id = await confirmed();
    const announce = context.get(Announce);
    const real = announce.execute.bind(announce);
    let calls = 0;
    vi.spyOn(announce, 'execute').mockImplementation((command) => {
      calls += 1;
      return calls === 4 ? Promise.reject(new Error('killed')) : real(command);
    });
    await expect(send()).rejects.toThrow('killed');
    // The first batch stands, the one that died left nothing.
    expect(await told()).toHaveLength(2);
    expect(await view(id)).toMatchObject({ state: 'sending', progress: { told: 2 } });
    await Promise.all([send(), send(), send()]);
    expect(await told()).toHaveLength(5);
    expect(await view(id)).toMatchObject({ state: 'sent', progress: { told: 5, reached: 5 } });
    expect(await send()).toBe(0);
  });

  it('stops where it is: what waited never leaves', async () => {
    const id = await confirmed({ channels: ['email'] });
    await send();
    await manage.stop({ actorId: staff, id });
    await context.get(SendDue).execute();
    expect(vendors.mail.sent).toEqual([]);
    expect(await view(id)).toMatchObject({
      state: 'stopped',
      progress: { by_channel: [{ channel: 'email', waiting: 0, arrived: 0, failed: 0, cancelled: 5 }] },
    });
    expect(await codeOf(manage.stop({ actorId: staff, id }))).toBe('notifications.broadcast-decided');
  });

  it('tells nobody more once it was stopped between two batches', async () => {
    const id = await confirmed();
    vi.spyOn(context.get(Announce), 'execute').mockRejectedValueOnce(new Error('killed'));
    await expect(send()).rejects.toThrow('killed');
    await manage.stop({ actorId: staff, id });
    expect(await send()).toBe(0);
    expect(await told()).toEqual([]);
  });

  it('does not leave for another number than the one agreed to, and tells the new one', async () => {
    const id = await drafted({ channels: ['email'] });
    await refuse(2, 'email');
    const confirm = () => codeOf(manage.confirm({ actorId: staff, id }, 1, 5));
    expect(await confirm()).toBe('notifications.audience-changed');
    expect(await view(id)).toMatchObject({ state: 'draft', forecast: { reached: 4, opted_out: 1 } });
    expect(await codeOf(manage.confirm({ actorId: staff, id }, 1, 4))).toBe('accepted');
  });

  it('is confirmed once of ten times, and written by one of ten', async () => {
    const id = await drafted();
    const act = { actorId: staff, id };
    const writes = await Promise.allSettled(Array.from({ length: 10 }, () => manage.update(act, news, 1)));
    expect(writes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await view(id)).forecast).toBeNull();
    await manage.count(id);
    const confirms = await Promise.allSettled(Array.from({ length: 10 }, () => manage.confirm(act, 2, 5)));
    expect(confirms.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('goes to those with a plan, without one any more, or with a label', async () => {
    const [planId, labelId] = [newId(), newId()];
    const has = (member: number, endsOn: string) =>
      context.dataSource.query('INSERT INTO accounts.member_plan VALUES ($1, $2, $3, $4, 1)', [
        ...[newId(), people[member], planId, endsOn],
      ]);
    await has(0, '2026-12-01');
    await has(1, '2026-11-20');
    await has(1, '2026-11-21');
    // Its last day was yesterday.
    await has(2, '2026-11-20');
    await context.dataSource.query(`INSERT INTO accounts.label VALUES ($1, 'tag', 'VIP')`, [labelId]);
    await context.dataSource.query(
      `INSERT INTO accounts.member_label (member_id, label_id, added_by, added_at) VALUES ($1, $2, $1, now())`,
      [people[3], labelId],
    );
    const count = async (audience: BroadcastWrite['audience']) =>
      (await view(await drafted({ audience }))).forecast?.people;
    const nothing = { plan_id: null, label_id: null };
    expect(await count({ ...nothing, kind: 'subscribed' })).toBe(2);
    expect(await count({ ...nothing, kind: 'ended' })).toBe(1);
    expect(await count({ ...nothing, kind: 'plan', plan_id: planId })).toBe(2);
    expect(await count({ ...nothing, kind: 'plan', plan_id: newId() })).toBe(0);
    expect(await count({ ...nothing, kind: 'label', label_id: labelId })).toBe(1);
    expect(await codeOf(drafted({ audience: { ...nothing, kind: 'plan' } }))).toBe('request.invalid');
    expect(await codeOf(drafted({ channels: ['whatsapp'] }))).toBe('request.invalid');
  });
});
