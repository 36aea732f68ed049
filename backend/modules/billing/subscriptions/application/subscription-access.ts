import { Injectable } from '@nestjs/common';
import type { BilingualText } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import { businessZone, Clock, dayIn, daysBetween } from '@calmness/platform/clock';
import type { Uuid } from '@calmness/platform/ids';
import { isRunning } from '../domain/subscription';
import { SetGrace } from './set-grace';
import { SubscriptionRepository } from '../persistence/subscription.repository';

export interface ActiveSubscription {
  subscriptionId: Uuid;
  planCode: string;
  planGroup: string;
  planName: BilingualText;
  startsOn: IsoDate;
  /** Exclusive: access ends at 00:00 Europe/Paris of this day. */
  endsOn: IsoDate;
  daysLeft: number;
}

/**
 * Who may enter. A subscription gives access from 00:00 Europe/Paris of its first day until 00:00 of
 * `endsOn`, whatever a late tick has stored. Every module that asks, asks here.
 */
@Injectable()
export class SubscriptionAccess {
  constructor(
    private readonly subscriptions: SubscriptionRepository,
    private readonly grace: SetGrace,
    private readonly clock: Clock,
  ) {}

  /** What gives access now, the first to end first. */
  async activeSubscriptionsOf(memberId: Uuid): Promise<ActiveSubscription[]> {
    const today = this.clock.today();
    const unfinished = await this.subscriptions.unfinished(memberId, today);
    return unfinished
      .filter((subscription) => isRunning(subscription, today))
      .map(({ id, planCode, planGroup, planName, startsOn, endsOn }) => ({
        subscriptionId: id,
        ...{ planCode, planGroup, planName, startsOn, endsOn },
        daysLeft: daysBetween(today, endsOn),
      }));
  }

  /**
   * Who may stay in the channels: as long as access runs, and for the hours of grace the staff set after its end.
   * Nothing else looks at that grace.
   */
  async channelAccess(memberId: Uuid): Promise<boolean> {
    if (await this.hasAccess(memberId)) return true;
    const { graceHours } = await this.grace.read();
    if (graceHours === 0) return false;
    const since = new Date(this.clock.now().getTime() - graceHours * 3_600_000);
    return this.subscriptions.endedSince(memberId, dayIn(since, businessZone), this.clock.today(), since);
  }

  /** True while any subscription runs; of one group when it is named. */
  async hasAccess(memberId: Uuid, planGroup?: string): Promise<boolean> {
    const active = await this.activeSubscriptionsOf(memberId);
    return active.some((subscription) => planGroup === undefined || subscription.planGroup === planGroup);
  }
}
