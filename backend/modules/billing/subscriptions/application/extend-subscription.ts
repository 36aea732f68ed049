import { Injectable } from '@nestjs/common';
import type { BilingualText } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import { Clock } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import { nextPeriod, type NextPeriod } from '../domain/subscription';
import { subscriptionAnchor } from '../domain/subscription-anchor';
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

  async execute(tx: Transaction, bought: BoughtAccess): Promise<GivenAccess> {
    await this.subscriptions.lockGroup(tx, bought.memberId, bought.planGroup);
    const latest = await this.subscriptions.latest(bought.memberId, bought.planGroup, tx.manager);
    const period = nextPeriod(latest, bought, this.clock.today());
    const subscription =
      latest && period.way === 'prolong'
        ? await this.prolong(tx, latest, period)
        : await this.open(tx, bought, period);
    const { startsOn, endsOn } = period;
    const given = { subscriptionId: subscription.id, startsOn, endsOn, extended: period.extendsCurrent };
    this.announce(tx, bought, given, subscription.version);
    return given;
  }

  private async prolong(
    tx: Transaction,
    latest: SubscriptionEntity,
    { endsOn, months }: NextPeriod,
  ): Promise<SubscriptionEntity> {
    // Who pays again wants to go on: an earlier cancellation is withdrawn.
    const changes = {
      endsOn,
      months,
      status: 'active',
      cancelledAt: null,
      version: latest.version + 1,
    } as const;
    await this.subscriptions.update(tx, latest.id, changes);
    return { ...latest, ...changes };
  }

  private async open(
    tx: Transaction,
    bought: BoughtAccess,
    { startsOn, endsOn, months }: NextPeriod,
  ): Promise<SubscriptionEntity> {
    const { memberId, planId, planCode, planGroup, planName } = bought;
    const subscription: SubscriptionEntity = {
      id: newId(),
      ...{ memberId, planId, planCode, planGroup, planName, startsOn, endsOn, months },
      status: 'active',
      cancelledAt: null,
      version: 1,
      createdAt: this.clock.now(),
    };
    await this.subscriptions.add(tx, subscription);
    return subscription;
  }

  private announce(tx: Transaction, bought: BoughtAccess, given: GivenAccess, version: number): void {
    const { memberId, planId } = bought;
    tx.record('billing.subscription-activated', {
      ...given,
      memberId,
      planId,
      anchor: subscriptionAnchor({
        subjectId: given.subscriptionId,
        ...{ memberId, endsOn: given.endsOn, version },
      }),
    });
  }
}
