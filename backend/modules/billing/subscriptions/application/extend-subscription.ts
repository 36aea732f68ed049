import { Injectable } from '@nestjs/common';
import type { BilingualText, SubscriptionOrigin } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import { Clock } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import { nextPeriod, type NextPeriod } from '../domain/subscription';
import { newSubscription } from '../domain/new-subscription';
import { anchorNow } from '../domain/subscription-anchor';
import type { SubscriptionEntity } from '../persistence/subscription.entity';
import { SubscriptionRepository } from '../persistence/subscription.repository';

export interface BoughtAccess {
  memberId: Uuid;
  planId: Uuid;
  planCode: string;
  planGroup: string;
  planName: BilingualText;
  durationMonths: number;
}
/** Circumstances of a purchase beyond what is bought. */
export interface PurchaseTerms {
  /** Access may not start before, Europe/Paris; at once when left out. */
  earliest?: IsoDate;
  /** How what is given came to be; bought when left out. */
  origin?: SubscriptionOrigin;
}
export interface GivenAccess {
  subscriptionId: Uuid;
  /** First day of the period just bought, Europe/Paris. */
  startsOn: IsoDate;
  /** Exclusive. */
  endsOn: IsoDate;
  extended: boolean;
}

/** Gives the access that was paid: from today, or from the end of what runs, so that no day is lost. */
@Injectable()
export class ExtendSubscription {
  constructor(
    private readonly subscriptions: SubscriptionRepository,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, bought: BoughtAccess, terms: PurchaseTerms = {}): Promise<GivenAccess> {
    await this.subscriptions.lockGroup(tx, bought.memberId, bought.planGroup);
    const latest = await this.subscriptions.latest(bought.memberId, bought.planGroup, tx.manager);
    const period = nextPeriod(latest, bought, { today: this.clock.today(), earliest: terms.earliest });
    const subscription =
      latest && period.way === 'prolong'
        ? await this.prolong(tx, latest, period)
        : await this.open(tx, bought, period, terms.origin ?? 'purchase');
    const { startsOn, endsOn } = period;
    const given = { subscriptionId: subscription.id, startsOn, endsOn, extended: period.extendsCurrent };
    this.announce(tx, bought, given, subscription);
    return given;
  }

  private async prolong(
    tx: Transaction,
    latest: SubscriptionEntity,
    { endsOn, months }: NextPeriod,
  ): Promise<SubscriptionEntity> {
    // Who pays again wants to go on: an earlier cancellation is withdrawn.
    const changes = {
      ...{ endsOn, months, version: latest.version + 1 },
      status: latest.status === 'paused' ? ('paused' as const) : ('active' as const),
      ...{ cancelledAt: null, cancelReason: null, cancelComment: null },
    };
    await this.subscriptions.update(tx, latest.id, changes);
    return { ...latest, ...changes };
  }

  private async open(
    tx: Transaction,
    bought: BoughtAccess,
    { startsOn, endsOn, months }: NextPeriod,
    origin: SubscriptionOrigin,
  ): Promise<SubscriptionEntity> {
    const { memberId, planId, planCode, planGroup, planName } = bought;
    const subscription: SubscriptionEntity = {
      id: newId(),
      ...{ memberId, planId, planCode, planGroup, planName, startsOn, endsOn, months },
      ...newSubscription,
      origin,
      createdAt: this.clock.now(),
    };
    await this.subscriptions.add(tx, subscription);
    return subscription;
  }

  private announce(
    tx: Transaction,
    bought: BoughtAccess,
    given: GivenAccess,
    subscription: SubscriptionEntity,
  ): void {
    const { memberId, planId } = bought;
    tx.record('billing.subscription-activated', {
      ...given,
      memberId,
      planId,
      anchor: anchorNow(subscription),
    });
  }
}
