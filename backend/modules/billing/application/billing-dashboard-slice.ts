import { Injectable } from '@nestjs/common';
import type { NextPayment, QuickAction } from '@calmness/contracts';
import { Clock, daysBetween } from '@calmness/platform/clock';
import { DashboardSlice, type DashboardPart } from '@calmness/platform/composition';
import type { Uuid } from '@calmness/platform/ids';
import { PlanRepository } from '../offers/persistence/plan.repository';
import { ReadPayments } from '../payments/application/read-payments';
import type { PaymentEntity } from '../payments/persistence/payment.entity';
import { PaymentRepository } from '../payments/persistence/payment.repository';
import { SubscriptionAccess } from '../subscriptions/application/subscription-access';
import type { SubscriptionEntity } from '../subscriptions/persistence/subscription.entity';
import { SubscriptionRepository } from '../subscriptions/persistence/subscription.repository';

/** From this many days before the end, renewing is proposed. */
const renewWithinDays = 14;

/** Access, spending and what to do about them on the member's first page. */
@Injectable()
export class BillingDashboardSlice extends DashboardSlice {
  readonly name = 'billing';

  constructor(
    private readonly access: SubscriptionAccess,
    private readonly subscriptions: SubscriptionRepository,
    private readonly readPayments: ReadPayments,
    private readonly payments: PaymentRepository,
    private readonly plans: PlanRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async read(memberId: Uuid): Promise<DashboardPart> {
    const today = this.clock.today();
    const [active, unfinished, figures, [pending]] = await Promise.all([
      this.access.activeSubscriptionsOf(memberId),
      this.subscriptions.unfinished(memberId, today),
      this.readPayments.figures(memberId),
      this.payments.search({ memberId, status: 'pending', limit: 1 }),
    ]);
    const next = firstGroupToEnd(unfinished);
    const daysLeft = next ? daysBetween(today, next.endsOn) : 0;
    return {
      widgets: {
        subscriptions_active: active.length,
        subscriptions_days_left: daysLeft,
        payments_total_cents: figures.total_spent,
        payments_this_month_cents: figures.this_month,
      },
      next_payment: await this.nextPayment(next),
      quick_actions: actions(next, daysLeft, pending),
    };
  }

  /** What renewing would cost today; null when nothing ends or the plan is no longer sold. */
  private async nextPayment(next: SubscriptionEntity | undefined): Promise<NextPayment | null> {
    const plan = next && !next.cancelledAt ? await this.plans.find(next.planId) : null;
    if (!next || !plan?.active) return null;
    return {
      plan_name: plan.name,
      amount_cents: plan.priceCents,
      due_on: next.endsOn,
      url: `/user/payments/new?plan=${plan.code}`,
    };
  }
}

/** Of each group the subscription that ends last counts; of the groups, the one that runs out first. */
function firstGroupToEnd(unfinished: readonly SubscriptionEntity[]): SubscriptionEntity | undefined {
  const lastOfGroup = new Map(unfinished.map((subscription) => [subscription.planGroup, subscription]));
  return [...lastOfGroup.values()].sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1))[0];
}

function actions(
  next: SubscriptionEntity | undefined,
  daysLeft: number,
  pending: PaymentEntity | undefined,
): QuickAction[] {
  if (pending) return [{ code: 'see_pending_payment', url: `/user/payments/${pending.id}` }];
  if (!next) return [{ code: 'choose_plan', url: '/user/payments/new' }];
  if (daysLeft > renewWithinDays) return [];
  return [{ code: 'renew', url: `/user/payments/new?plan=${next.planCode}` }];
}
