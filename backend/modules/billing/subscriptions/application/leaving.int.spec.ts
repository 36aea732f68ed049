import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import { addDays } from '@calmness/platform/clock';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { BillingModule } from '../../billing.module';
import { CreatePlan } from '../../offers/application/create-plan';
import { demoPlans } from '../../application/demo/demo-offers';
import { admin, openShop, paid, payingMember } from '../../testing/shop';
import { SubscriptionRepository } from '../persistence/subscription.repository';
import { CancelSubscription } from './cancel-subscription';
import { ExpireSubscriptions } from './expire-subscriptions';
import { GrantSubscription } from './grant-subscription';
import { MakeAccessCodes } from './make-access-codes';
import { PauseSubscription } from './pause-subscription';
import { RedeemCode } from './redeem-code';
import { ResumeSubscription } from './resume-subscription';
import { StaffChanges } from './staff-changes';
import { StartTrial } from './start-trial';
import { SubscriptionAccess } from './subscription-access';

const today = '2026-11-20';

describe('the life of a subscription', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await startTestContext({ imports: [AccountsModule, BillingModule] });
    await openShop(context);
    const [plan] = demoPlans;
    if (!plan) throw new Error('There are plans');
    const trial = { kind: 'trial', trialDays: 7, priceCents: 0 } as const;
    await context.get(CreatePlan).execute({ ...plan, ...trial, code: 'essai', position: 0, actorId: admin });
  });
  afterAll(() => context.close());

  const stored = (id: Uuid) => context.get(SubscriptionRepository).find(id);
  const has = (member: Uuid) => context.get(SubscriptionAccess).hasAccess(member);
  const recorded = (name: string, id: Uuid) =>
    context.dataSource.query<{ payload: { anchor: object; change?: string } }[]>(
      `SELECT payload FROM platform.outbox_event WHERE name = $1 AND payload->>'subscriptionId' = $2 ORDER BY id`,
      [name, id],
    );
  const on = async <T>(day: string, work: () => Promise<T>): Promise<T> => {
    context.clock.set(`${day}T09:00:00Z`);
    try {
      return await work();
    } finally {
      context.clock.set(`${today}T09:00:00Z`);
    }
  };

  it('is cancelled once, keeps its access until its end, and is not reminded of', async () => {
    const member = await payingMember(context);
    const { subscriptionId } = await paid(context, member);
    const command = { subscriptionId, memberId: member, reason: 'no_time', comment: ' Plus tard ' } as const;
    await Promise.all(Array.from({ length: 5 }, () => context.get(CancelSubscription).execute(command)));
    expect(await stored(subscriptionId)).toMatchObject({
      ...{ status: 'active', cancelReason: 'no_time', cancelComment: 'Plus tard', endsOn: '2026-12-20' },
    });
    expect(await has(member)).toBe(true);
    expect((await recorded('billing.subscription-cancelled', subscriptionId)).map((e) => e.payload)).toEqual([
      expect.objectContaining({
        anchor: { kind: 'subscription', subjectId: subscriptionId, version: 2, ended: true },
      }),
    ]);
    await on('2026-12-20', async () => {
      await context.get(ExpireSubscriptions).execute();
      expect([(await stored(subscriptionId))?.status, await has(member)]).toEqual(['cancelled', false]);
      await expect(context.get(CancelSubscription).execute({ ...command })).resolves.toBeDefined();
      await expect(
        context.get(ResumeSubscription).execute({ subscriptionId, memberId: member }),
      ).rejects.toMatchObject({ code: 'billing.subscription-ended' });
    });
  });

  it('is taken up again while it runs, and reminders come back', async () => {
    const member = await payingMember(context);
    const { subscriptionId } = await paid(context, member);
    const mine = { subscriptionId, memberId: member };
    await context.get(CancelSubscription).execute({ ...mine, reason: 'payment_failed' });
    await context.get(ResumeSubscription).execute(mine);
    expect(await stored(subscriptionId)).toMatchObject({ cancelledAt: null, cancelReason: null, version: 3 });
    expect(await recorded('billing.subscription-changed', subscriptionId)).toMatchObject([
      { payload: { change: 'resumed', anchor: { occurrence: '2026-12-20', version: 3 } } },
    ]);
  });

  it('is nobody else’s', async () => {
    const { subscriptionId } = await paid(context, await payingMember(context));
    const stranger = { subscriptionId, memberId: newId() };
    const refused = { code: 'billing.subscription-not-found' };
    await expect(
      context.get(CancelSubscription).execute({ ...stranger, reason: 'other' }),
    ).rejects.toMatchObject(refused);
    await expect(context.get(ResumeSubscription).execute(stranger)).rejects.toMatchObject(refused);
    const by = { memberId: stranger.memberId };
    await expect(context.get(PauseSubscription).pause({ subscriptionId, by })).rejects.toMatchObject(refused);
  });

  it('gives back the days of a pause, and pushes what waits behind it', async () => {
    const member = await payingMember(context);
    const { subscriptionId } = await paid(context, member);
    const waiting = await paid(context, member, 'premium');
    const by = { staffId: admin, reason: 'Hospitalisation' };
    await context.get(PauseSubscription).pause({ subscriptionId, by });
    expect(await has(member)).toBe(false);
    await on('2026-12-30', async () => {
      await context.get(ExpireSubscriptions).execute();
      expect((await stored(subscriptionId))?.status).toBe('paused');
    });
    await on('2026-12-05', async () => {
      await context.get(PauseSubscription).unpause({ subscriptionId, by });
      expect(await has(member)).toBe(true);
    });
    expect(await stored(subscriptionId)).toMatchObject({ endsOn: '2027-01-04', bonusDays: 15 });
    expect(await stored(waiting.subscriptionId)).toMatchObject({
      ...{ startsOn: '2027-01-04', endsOn: addDays(waiting.endsOn, 15) },
    });
    const member2 = { memberId: member };
    await expect(context.get(PauseSubscription).pause({ subscriptionId, by: member2 })).rejects.toMatchObject(
      { code: 'billing.subscription-not-pausable' },
    );
  });

  it('keeps what the staff gave when it is renewed, and ends when the staff says so', async () => {
    const member = await payingMember(context);
    const { subscriptionId } = await paid(context, member);
    const staff = { subscriptionId, staffId: admin, reason: 'Panne du direct' };
    await context.get(StaffChanges).extend({ ...staff, days: 10 });
    const renewed = await paid(context, member);
    expect([renewed.subscriptionId, renewed.endsOn]).toEqual([subscriptionId, '2027-01-30']);
    await context.get(StaffChanges).end({ ...staff, endsOn: '2026-11-25' });
    expect(await stored(subscriptionId)).toMatchObject({ endsOn: '2026-11-25' });
    await context.get(StaffChanges).end({ ...staff, endsOn: today });
    expect([await has(member), (await stored(subscriptionId))?.endsOn]).toEqual([false, today]);
    const audited = await context.dataSource.query<{ action: string }[]>(
      `SELECT action FROM platform.audit_entry WHERE object_id = $1 ORDER BY id`,
      [subscriptionId],
    );
    expect(audited.map(({ action }) => action)).toEqual([
      'billing.extend-subscription',
      'billing.end-subscription',
      'billing.end-subscription',
    ]);
  });

  it('may be given by the staff, until a day and for a reason', async () => {
    const member = await payingMember(context);
    const grant = { staffId: admin, memberId: member, planCode: 'premium', reason: 'Partenaire' };
    const given = await context.get(GrantSubscription).execute({ ...grant, lastDay: '2026-12-31' });
    expect(given).toMatchObject({ startsOn: today, endsOn: '2027-01-01', origin: 'complimentary' });
    expect(await has(member)).toBe(true);
    await expect(
      context.get(GrantSubscription).execute({ ...grant, lastDay: '2026-12-15' }),
    ).rejects.toMatchObject({ code: 'billing.subscription-overlap' });
    // What he buys of the same plan follows as something of its own.
    const bought = await paid(context, member, 'premium');
    expect([bought.startsOn, bought.subscriptionId === given.id]).toEqual(['2027-01-01', false]);
  });

  it('may be tried once, before anything else of its group', async () => {
    const member = await payingMember(context);
    const start = () => context.get(StartTrial).execute({ memberId: member, planCode: 'essai' });
    const tried = await Promise.allSettled(Array.from({ length: 6 }, start));
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const trial = await context.get(SubscriptionRepository).latest(member, 'academy');
    expect(trial).toMatchObject({ origin: 'trial', startsOn: today, endsOn: '2026-11-27' });
    const bought = await payingMember(context);
    await paid(context, bought);
    await expect(
      context.get(StartTrial).execute({ memberId: bought, planCode: 'essai' }),
    ).rejects.toMatchObject({ code: 'billing.trial-used' });
    await expect(
      context.get(StartTrial).execute({ memberId: bought, planCode: 'premium' }),
    ).rejects.toMatchObject({ code: 'billing.plan-not-found' });
  });

  it('may be opened by a code, whose first reader has it', async () => {
    const make = { staffId: admin, planCode: 'premium', months: 2, label: 'Salon', count: 2 };
    const [code = '', late = ''] = await context
      .get(MakeAccessCodes)
      .execute({ ...make, expiresOn: '2026-12-31' });
    const members = await Promise.all(Array.from({ length: 5 }, () => payingMember(context)));
    const typed = code.toLowerCase().replaceAll('-', ' ');
    const tries = await Promise.allSettled(
      members.map((memberId) => context.get(RedeemCode).execute({ memberId, code: typed })),
    );
    const won = tries.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
    expect(won).toMatchObject([{ origin: 'code', startsOn: today, endsOn: '2027-01-20' }]);
    const [memberId = newId()] = members;
    await on('2027-01-01', () =>
      expect(context.get(RedeemCode).execute({ memberId, code: late })).rejects.toMatchObject({
        code: 'billing.access-code-invalid',
      }),
    );
    expect(await context.get(MakeAccessCodes).list(10)).toMatchObject([
      { hint: late.slice(-4), redeemedAt: null },
      { hint: code.slice(-4) },
    ]);
  });
});
