import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import { subscriptionStatuses } from '@calmness/contracts';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { BillingModule } from '../../billing.module';
import { admin, openShop, paid, payingMember } from '../../testing/shop';
import { statusOn } from '../domain/subscription';
import { CancelSubscription } from './cancel-subscription';
import { GrantSubscription } from './grant-subscription';
import { PauseSubscription } from './pause-subscription';
import { ReadDesk } from './read-desk';

describe('the desk of subscriptions', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await startTestContext({ imports: [AccountsModule, BillingModule] });
    await openShop(context);
    const zoe = await payingMember(context, 'Zoé', 'Œuvrard');
    const first = await paid(context, zoe);
    await context.get(CancelSubscription).execute({
      ...{ subscriptionId: first.subscriptionId, memberId: zoe, reason: 'no_time' },
    });
    await paid(context, await payingMember(context, 'Ali', '100% Trader'), 'premium');
    const paused = await paid(context, await payingMember(context));
    await context.get(PauseSubscription).pause({
      ...{ subscriptionId: paused.subscriptionId, by: { staffId: admin, reason: 'Voyage' } },
    });
    await context.get(GrantSubscription).execute({
      ...{ staffId: admin, memberId: await payingMember(context), planCode: 'premium' },
      ...{ lastDay: '2026-11-25', reason: 'Presse' },
    });
    const leaver = await payingMember(context);
    await paid(context, leaver);
    // His month is over and nothing followed; Ali goes on.
    context.clock.set('2026-12-21T09:00:00Z');
  });
  afterAll(() => context.close());

  it('counts what runs, and brings what was paid for it to one month', async () => {
    const figures = await context.get(ReadDesk).figures();
    expect(figures).toMatchObject({ active: 1, paying: 1, complimentary: 0, paused: 1, mrr_cents: 4_300 });
    expect(figures.months).toHaveLength(12);
    expect(figures.months.slice(-2)).toEqual([
      { month: '2026-11-01', started: 4, lost: 0, at_start: 0, mrr_cents: 3 * 4_900 + 4_300 },
      { month: '2026-12-01', started: 0, lost: 3, at_start: 4, mrr_cents: 4_300 },
    ]);
    expect(figures.renewals).toHaveLength(8);
    expect(figures.reasons).toEqual([{ reason_code: 'no_time', count: 1 }]);
  });

  it('finds by state, as the rule tells it, by origin, by plan and by name', async () => {
    const list = (query: object) => context.get(ReadDesk).list({ limit: 50, ...query });
    const all = await list({});
    expect(all).toHaveLength(5);
    for (const status of subscriptionStatuses) {
      const expected = all.filter((row) => statusOn(row, '2026-12-21') === status).map(({ id }) => id);
      expect((await list({ status })).map(({ id }) => id)).toEqual(expected);
    }
    expect((await list({ origin: 'complimentary' })).map((row) => row.grantReason)).toEqual(['Presse']);
    expect(await list({ planCode: 'premium' })).toHaveLength(2);
    expect((await list({ text: 'œuvr' })).map((row) => row.member?.firstName)).toEqual(['Zoé']);
    expect((await list({ text: '100%' })).map((row) => row.member?.firstName)).toEqual(['Ali']);
    expect(await list({ text: 'personne de ce nom' })).toEqual([]);
  });
});
