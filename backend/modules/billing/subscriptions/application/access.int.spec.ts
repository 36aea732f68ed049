import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import { startOfDay } from '@calmness/platform/clock';
import type { Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { BillingModule } from '../../billing.module';
import { admin, openShop, paid, payingMember } from '../../testing/shop';
import { SubscriptionRepository } from '../persistence/subscription.repository';
import { ExpireSubscriptions } from './expire-subscriptions';
import { SetGrace } from './set-grace';
import { SubscriptionAccess } from './subscription-access';

describe('access', () => {
  let context: TestContext;
  let member: Uuid;
  let subscriptionId: Uuid;
  beforeAll(async () => {
    context = await startTestContext({ imports: [AccountsModule, BillingModule] });
    await openShop(context);
    member = await payingMember(context);
    ({ subscriptionId } = await paid(context, member));
  });
  afterAll(() => context.close());

  const has = (group?: string) => context.get(SubscriptionAccess).hasAccess(member, group);
  const stored = async () => (await context.get(SubscriptionRepository).find(subscriptionId))?.status;
  const expirations = (of: Uuid = subscriptionId) =>
    context.dataSource.query<{ payload: { anchor?: unknown } }[]>(
      `SELECT payload FROM platform.outbox_event
        WHERE name = 'billing.subscription-expired' AND payload->>'subscriptionId' = $1`,
      [of],
    );

  it('is asked for any group, or for one', async () => {
    expect([await has(), await has('academy'), await has('elsewhere')]).toEqual([true, true, false]);
    expect(await context.get(SubscriptionAccess).hasAccess(await payingMember(context))).toBe(false);
  });

  it('ends at 00:00 in Paris of ends_on, whether or not the tick has passed', async () => {
    context.clock.set('2026-12-19T22:59:59Z');
    expect(await has()).toBe(true);
    await context.get(ExpireSubscriptions).execute();
    expect([await stored(), (await expirations()).length]).toEqual(['active', 0]);
    context.clock.set('2026-12-19T23:00:00Z');
    expect([await has(), await stored()]).toEqual([false, 'active']);
  });

  it('is written down and announced once, by however many workers', async () => {
    await Promise.all(Array.from({ length: 5 }, () => context.get(ExpireSubscriptions).execute()));
    expect(await stored()).toBe('expired');
    expect(await expirations()).toEqual([
      {
        payload: {
          subscriptionId,
          memberId: member,
          endsOn: '2026-12-20',
          // The three days after the end are reminded of as well.
          anchor: {
            ...{ kind: 'subscription', subjectId: subscriptionId, version: 2, occurrence: '2026-12-20' },
            ...{ at: '2026-12-19T23:00:00.000Z', zone: 'Europe/Paris', recipientIds: [member] },
          },
        },
      },
    ]);
  });

  it('leaves the channels open for the hours of grace, and nothing else', async () => {
    const guest = await payingMember(context);
    const now = context.clock.now();
    const { endsOn } = await paid(context, guest);
    const stays = () => context.get(SubscriptionAccess).channelAccess(guest);
    const ended = startOfDay(endsOn).getTime();
    const hoursLater = (hours: number) =>
      context.clock.set(new Date(ended + hours * 3_600_000).toISOString());
    hoursLater(-1);
    expect(await stays()).toBe(true);
    hoursLater(1);
    expect(await stays()).toBe(false);
    await context.get(SetGrace).execute({ staffId: admin, graceHours: 48, version: 1 });
    expect([await stays(), await context.get(SubscriptionAccess).hasAccess(guest)]).toEqual([true, false]);
    hoursLater(49);
    expect(await stays()).toBe(false);
    await expect(
      context.get(SetGrace).execute({ staffId: admin, graceHours: 0, version: 1 }),
    ).rejects.toMatchObject({ code: 'billing.version-conflict' });
    context.clock.set(now.toISOString());
  });

  it('is called cancelled when it was', async () => {
    const leaver = await payingMember(context);
    const { subscriptionId: left, endsOn } = await paid(context, leaver);
    await context.dataSource.query(`UPDATE billing.subscription SET cancelled_at = now() WHERE id = $1`, [
      left,
    ]);
    context.clock.set(`${endsOn}T12:00:00Z`);
    await context.get(ExpireSubscriptions).execute();
    expect((await context.get(SubscriptionRepository).find(left))?.status).toBe('cancelled');
    const anchors = (await expirations(left)).map(({ payload }) => payload.anchor);
    expect(anchors).toContainEqual({ kind: 'subscription', subjectId: left, version: 2, ended: true });
  });

  it('begins anew after it ended', async () => {
    const again = await paid(context, member);
    expect(again.subscriptionId).not.toBe(subscriptionId);
    expect(again.startsOn).toBe(context.clock.today());
    expect(await has()).toBe(true);
  });
});
