import type { SubscriptionOrigin, SubscriptionStatus } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import { addDays, addMonths, daysBetween } from '@calmness/platform/clock';

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
  if (subscription.status === 'paused') return 'paused';
  if (today >= subscription.endsOn) return statusAtEnd(subscription);
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
  bonusDays: number;
  origin: SubscriptionOrigin;
  status: StoredSubscriptionStatus;
}
export interface Purchase {
  planCode: string;
  durationMonths: number;
}
/** Days the rules of a purchase look at, Europe/Paris. */
export interface PurchaseDays {
  today: IsoDate;
  /** Access may not start before, while a consumer may still withdraw; today when left out. */
  earliest?: IsoDate;
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
 * waits for its turn as a subscription of its own, and so does what is bought after something given.
 */
export function nextPeriod(
  latest: LatestSubscription | null,
  purchase: Purchase,
  { today, earliest = today }: PurchaseDays,
): NextPeriod {
  const running = latest && (latest.status === 'paused' || latest.endsOn > today) ? latest : null;
  const startsOn = laterOf(running ? laterOf(running.endsOn, today) : today, earliest);
  if (running && prolongs(running, purchase, startsOn)) {
    const months = running.months + purchase.durationMonths;
    const endsOn = endOf({ startsOn: running.startsOn, months, bonusDays: running.bonusDays });
    return { way: 'prolong', startsOn: running.endsOn, endsOn, months, extendsCurrent: true };
  }
  const { durationMonths: months } = purchase;
  const extendsCurrent = startsOn === running?.endsOn;
  return { way: 'open', startsOn, endsOn: addMonths(startsOn, months), months, extendsCurrent };
}

function prolongs(running: LatestSubscription, { planCode }: Purchase, startsOn: IsoDate): boolean {
  const follows = running.status === 'paused' || startsOn === running.endsOn;
  // Days that were taken back do not come back with a renewal: a new subscription follows a shortened one.
  const shortened = running.bonusDays < 0;
  return running.planCode === planCode && running.origin === 'purchase' && follows && !shortened;
}

/** Exclusive end: the months from the first day, then the days beyond them. */
export function endOf(of: { startsOn: IsoDate; months: number; bonusDays: number }): IsoDate {
  return addDays(addMonths(of.startsOn, of.months), of.bonusDays);
}

/** Days beyond its months that make a subscription end on a day. */
export function bonusUntil(of: { startsOn: IsoDate; months: number }, endsOn: IsoDate): number {
  return daysBetween(addMonths(of.startsOn, of.months), endsOn);
}

export function laterOf(one: IsoDate, other: IsoDate): IsoDate {
  return one > other ? one : other;
}
