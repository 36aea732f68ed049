import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import type { LivePush } from '@calmness/contracts';
import { UnitOfWork } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import { LiveChannel, type LiveSubscription } from '@calmness/platform/live';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { NotificationsModule } from '../notifications.module';
import { PutAside } from './application/put-aside';
import { ReadInbox } from './application/read-inbox';
import { TidyInbox } from './application/tidy-inbox';
import { WriteInbox } from './application/write-inbox';
import type { InboxFilter, NewNotification } from './persistence/notification.repository';

/** Ids of one millisecond have no order among themselves: here each message is newer than the last. */
let written = 0;
const nextId = (): Uuid => `01990000-0000-7000-8000-${String((written += 1)).padStart(12, '0')}` as Uuid;

describe('the inbox', () => {
  let context: TestContext;
  let tidy: TidyInbox;
  let aside: PutAside;
  let subscription: LiveSubscription;
  const heard: { m: Uuid; i: Uuid | null }[] = [];
  let jean: Uuid;

  beforeAll(async () => {
    context = await startTestContext({ imports: [AccountsModule, NotificationsModule] });
    tidy = context.get(TidyInbox);
    aside = context.get(PutAside);
    subscription = await context.get(LiveChannel).listen({
      hear: (message) => heard.push(JSON.parse(message) as (typeof heard)[number]),
      found: () => undefined,
      lost: () => undefined,
    });
  });
  afterAll(async () => {
    await subscription.close();
    await context.close();
  });
  beforeEach(() => {
    jean = newId();
    heard.length = 0;
  });

  const write = async (memberId: Uuid, wish: Partial<NewNotification> = {}): Promise<Uuid> => {
    const id = nextId();
    await context.get(UnitOfWork).run((tx) =>
      context.get(WriteInbox).add(tx, {
        ...{ id, memberId, type: 'payment_received', category: 'billing', severity: 'success', url: null },
        ...{ title: 'Paiement reçu', body: 'Merci.', dedupeKey: id, createdAt: context.clock.now() },
        ...wish,
      }),
    );
    return id;
  };
  const several = async (count: number): Promise<Uuid[]> => {
    const ids: Uuid[] = [];
    for (let index = 0; index < count; index += 1) ids.push(await write(jean));
    return ids;
  };
  const list = async (filter: Partial<InboxFilter> = {}): Promise<Uuid[]> =>
    (await context.get(ReadInbox).execute({ memberId: jean, status: 'all', limit: 99, ...filter })).rows.map(
      (row) => row.id,
    );
  const unread = (): Promise<number> => context.get(ReadInbox).unreadCount(jean);
  const later = (hours: number): Date => new Date(context.clock.now().getTime() + hours * 3_600_000);

  it('tells the member’s pages what was written, read and removed, and nothing when nothing changed', async () => {
    const id = await write(jean);
    await write(jean, { dedupeKey: id });
    await tidy.read(jean, id);
    await tidy.read(jean, id);
    await tidy.unread(jean, id);
    await tidy.see(jean);
    await tidy.readAll(jean);
    await tidy.remove(jean, id);
    const end = newId();
    await write(end);
    await expect.poll(() => heard.at(-1)?.m).toBe(end);
    expect(heard.slice(0, -1)).toEqual(
      [id, id, id, null, id].map(
        (i) => expect.objectContaining({ m: jean, i, k: 'notification' }) as LivePush,
      ),
    );
  });

  it('filters by what a message is and what it is about', async () => {
    const paid = await write(jean);
    const secured = await write(jean, { type: 'security', category: 'security' });
    expect(await list({ category: 'security' })).toEqual([secured]);
    expect(await list({ type: 'payment_received' })).toEqual([paid]);
    expect(await list({ type: 'payment_received', category: 'security' })).toEqual([]);
    await tidy.read(jean, paid);
    expect(await list({ status: 'read' })).toEqual([paid]);
    expect(await list({ status: 'unread' })).toEqual([secured]);
  });

  it('pages from the newest to the oldest without skipping or repeating', async () => {
    const ids = await several(7);
    const seen: Uuid[] = [];
    for (let from: Uuid | undefined; seen.length < 7; from = seen.at(-1))
      seen.push(...(await list({ limit: 3, beforeId: from })).slice(0, 3));
    expect(seen).toEqual(ids.toReversed());
  });

  it('marks all that was looked at, and leaves what arrived since', async () => {
    const [, newest] = await several(2);
    const since = await write(jean);
    expect(await tidy.readAll(jean, newest)).toBe(2);
    expect(await list({ status: 'unread' })).toEqual([since]);
    expect(await tidy.readAll(jean, newest)).toBe(0);
  });

  it('counts what it lists, whoever marks, writes and removes at the same time', async () => {
    const ids = await several(30);
    const look = async (): Promise<void> => {
      const { rows, unreadCount } = await context
        .get(ReadInbox)
        .execute({ memberId: jean, status: 'unread', limit: 99 });
      expect(rows).toHaveLength(unreadCount);
    };
    const change = [
      ...ids.slice(0, 10).map((id) => () => tidy.read(jean, id)),
      ...ids.slice(5, 15).map((id) => () => tidy.remove(jean, id)),
      ...ids.slice(10, 20).map((id) => () => aside.archive(jean, id)),
      ...ids.slice(15, 25).map((id) => () => tidy.unread(jean, id)),
      ...[0, 1, 2, 3, 4].map(() => () => tidy.readAll(jean, ids[20])),
      ...[0, 1, 2].map(() => () => tidy.removeRead(jean)),
      ...[0, 1, 2, 3, 4].map(() => () => write(jean)),
    ];
    const outcomes = await Promise.allSettled(change.flatMap((one) => [one(), look()]));
    const reasons = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []));
    // What was removed meanwhile is not there any more; nothing else may go wrong.
    expect(
      reasons.filter((reason) => (reason as { code?: string }).code !== 'notifications.not-found'),
    ).toEqual([]);
    expect(await unread()).toBe((await list({ status: 'unread' })).length);
    await Promise.all([tidy.readAll(jean), tidy.readAll(jean), tidy.readAll(jean)]);
    expect([await unread(), await list({ status: 'unread' })]).toEqual([0, []]);
  });

  it('takes a message as seen without taking it as read', async () => {
    const [first, second] = await several(2);
    expect(await tidy.see(jean, first)).toBe(1);
    expect(await unread()).toBe(2);
    const { rows } = await context.get(ReadInbox).execute({ memberId: jean, status: 'all', limit: 9 });
    expect(rows.map(({ id, seenAt }) => [id, seenAt === null])).toEqual([
      [second, true],
      [first, false],
    ]);
  });

  it('puts away what was dealt with, and takes it out again', async () => {
    const [first, second] = await several(2);
    await aside.archive(jean, first!);
    expect([await list(), await list({ folder: 'archived' }), await unread()]).toEqual([
      [second],
      [first],
      1,
    ]);
    expect(await tidy.removeRead(jean)).toBe(0);
    await aside.unarchive(jean, first!);
    expect([await list(), await unread()]).toEqual([[second, first], 1]);
    await aside.archive(jean, first!);
    await tidy.unread(jean, first!);
    expect([await list(), await unread()]).toEqual([[second, first], 2]);
  });

  it('brings back as new what was put off, at its hour and with a word to the pages', async () => {
    const [first, second] = await several(2);
    await tidy.readAll(jean);
    await aside.snooze(jean, first!, later(2));
    expect([await list(), await list({ folder: 'snoozed' }), await unread()]).toEqual([[second], [first], 0]);
    expect(await tidy.readAll(jean)).toBe(0);
    await aside.wakeDue();
    expect(await unread()).toBe(0);
    context.clock.advance({ hours: 2 });
    expect([await list(), await unread()]).toEqual([[second, first], 1]);
    heard.length = 0;
    await aside.wakeDue();
    await aside.wakeDue();
    await expect.poll(() => heard.filter(({ m }) => m === jean)).toHaveLength(1);
    expect(await list({ folder: 'snoozed' })).toEqual([]);
  });

  it('ends a snooze early, and refuses an hour that has passed or is too far', async () => {
    const id = await write(jean);
    await aside.snooze(jean, id, later(24));
    await aside.snooze(jean, id, null);
    expect(await list()).toEqual([id]);
    for (const until of [later(0), later(-1), later(24 * 400)])
      await expect(aside.snooze(jean, id, until)).rejects.toMatchObject({ code: 'request.invalid' });
  });

  it('is nobody else’s', async () => {
    const id = await write(jean);
    const other = newId();
    const refused = { code: 'notifications.not-found', kind: 'not-found' };
    for (const attempt of [
      () => tidy.read(other, id),
      () => tidy.unread(other, id),
      () => tidy.remove(other, id),
      () => aside.archive(other, id),
      () => aside.unarchive(other, id),
      () => aside.snooze(other, id, later(1)),
      () => aside.snooze(other, id, null),
    ])
      await expect(attempt()).rejects.toMatchObject(refused);
    expect(await tidy.readAll(other)).toBe(0);
    expect(await list({ status: 'unread' })).toEqual([id]);
  });
});
