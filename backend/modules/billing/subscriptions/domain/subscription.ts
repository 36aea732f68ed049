import type { SubscriptionStatus } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import { addMonths } from '@calmness/platform/clock';

export type StoredSubscriptionStatus = Exclude<SubscriptionStatus, 'pending'>;

interface Period {
  startsOn: IsoDate;
  /** Exclusive, Europe/Paris. */
  endsOn: IsoDate;
}
interface DatedStatus extends Period {
  status: StoredSubscriptionStatus;
  cancelledAt: Date | null;
}

/** True while access runs: the first day counts, the end does not. The one rule of entitlement. */
export function isRunning({ startsOn, endsOn, status }: DatedStatus, today: IsoDate): boolean {
  return status !== 'paused' && startsOn <= today && today < endsOn;
}

/** The status a reader sees today, whether or not the tick that stores it has passed. */
export function statusOn(subscription: DatedStatus, today: IsoDate): SubscriptionStatus {
  if (today >= subscription.endsOn) return statusAtEnd(subscription);
  if (subscription.status === 'paused') return 'paused';
  return today < subscription.startsOn ? 'pending' : 'active';
}

/** What a subscription becomes at its end. */
export function statusAtEnd({ cancelledAt }: Pick<DatedStatus, 'cancelledAt'>): 'cancelled' | 'expired' {
  return cancelledAt ? 'cancelled' : 'expired';
}

/** The subscription of a group that ends last, as it stands before a purchase. */
export interface LatestSubscription extends Period {
  planCode: string;
  months: number;
}
export interface Purchase {
  planCode: string;
  durationMonths: number;
}
export interface NextPeriod extends Period {
  /** `prolong` moves the end of the same subscription; `open` starts another one. */
  way: 'prolong' | 'open';
  /** Months since the subscription's first day. */
  months: number;
  /** True when no day is lost: the new period begins where the running one ends. */
  extendsCurrent: boolean;
}

/**
 * The period a purchase gives. While one runs it starts at that end, so renewing early loses no day;
 * months are counted from the first start day (31 Jan → 28 Feb → 31 Mar). Another plan of the group
 * waits for its turn as a subscription of its own.
 */
export function nextPeriod(
  latest: LatestSubscription | null,
  purchase: Purchase,
  today: IsoDate,
): NextPeriod {
  if (!latest || latest.endsOn <= today) {
    const endsOn = addMonths(today, purchase.durationMonths);
    return { way: 'open', startsOn: today, endsOn, months: purchase.durationMonths, extendsCurrent: false };
  }
  const startsOn = latest.endsOn;
  // Months that were taken back do not come back with a renewal: a new subscription follows the shortened one.
  const shortened = latest.endsOn < addMonths(latest.startsOn, latest.months);
  if (latest.planCode !== purchase.planCode || shortened) {
    const endsOn = addMonths(startsOn, purchase.durationMonths);
    return { way: 'open', startsOn, endsOn, months: purchase.durationMonths, extendsCurrent: true };
  }
  const months = latest.months + purchase.durationMonths;
  return {
    way: 'prolong',
    startsOn,
    endsOn: addMonths(latest.startsOn, months),
    months,
    extendsCurrent: true,
  };
}
