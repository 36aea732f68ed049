import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, daysBetween } from '@calmness/platform/clock';
import type { Uuid } from '@calmness/platform/ids';
import { PlanRepository } from '../../offers/persistence/plan.repository';
import type { PlanEntity } from '../../offers/persistence/plan.entity';
import { isRunning } from '../../subscriptions/domain/subscription';
import type { SubscriptionEntity } from '../../subscriptions/persistence/subscription.entity';
import { SubscriptionRepository } from '../../subscriptions/persistence/subscription.repository';

export interface Upgrade {
  replaced: SubscriptionEntity;
  /** What its unused days are worth, EUR cents all taxes included, rounded down. */
  creditCents: number;
}

/** Whether a plan could take the place of what runs in its group, and what the unused days are worth. */
@Injectable()
export class FindUpgrade {
  constructor(
    private readonly dataSource: DataSource,
    private readonly subscriptions: SubscriptionRepository,
    private readonly plans: PlanRepository,
    private readonly clock: Clock,
  ) {}

  /** Null unless a bought plan that stands before this one runs now, with nothing waiting behind it. */
  async execute(memberId: Uuid, plan: PlanEntity): Promise<Upgrade | null> {
    const latest = await this.subscriptions.latest(memberId, plan.planGroup);
    const today = this.clock.today();
    if (!latest || latest.origin !== 'purchase' || !isRunning(latest, today)) return null;
    const current = await this.plans.find(latest.planId);
    if (!current || current.position >= plan.position) return null;
    const total = daysBetween(latest.startsOn, latest.endsOn);
    const unused = daysBetween(today, latest.endsOn);
    const paid = await this.paidFor(latest.id);
    return { replaced: latest, creditCents: Math.floor((paid * unused) / total) };
  }

  /** What was paid for it and not given back. */
  private async paidFor(subscriptionId: Uuid): Promise<number> {
    const [row] = await this.dataSource.query<{ cents: string }[]>(
      `SELECT coalesce(sum(amount_cents), 0) AS cents FROM billing.payment
        WHERE subscription_id = $1 AND status = 'validated'`,
      [subscriptionId],
    );
    return Number(row?.cents ?? 0);
  }
}
