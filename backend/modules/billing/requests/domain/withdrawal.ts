import type { IsoDate } from '@calmness/events';
import { addDays, daysBetween } from '@calmness/platform/clock';

/** C. conso. L221-18: fourteen days, counted from the day after the order. */
export const withdrawalDays = 14;
/** L221-24: what was paid goes back within fourteen days of the request. */
export const refundDays = 14;
/** The wording of the early-start box; a change of the sentence is a new version. */
export const earlyStartVersion = '2026-11';

/** Last day to withdraw: one that falls on a weekend is moved to the Monday (L221-19). */
export function lastWithdrawalDay(orderedOn: IsoDate): IsoDate {
  const day = addDays(orderedOn, withdrawalDays);
  const { dayOfWeek } = Temporal.PlainDate.from(day);
  return dayOfWeek < 6 ? day : addDays(day, 8 - dayOfWeek);
}

/** The first day access may start without an express request (L221-25). */
export function earliestStart(orderedOn: IsoDate): IsoDate {
  return addDays(orderedOn, withdrawalDays);
}

export interface WithdrawnOrder {
  /** EUR cents, all taxes included. */
  amountCents: number;
  /** Null while the money has not been found. */
  startsOn: IsoDate | null;
  /** Exclusive. */
  endsOn: IsoDate | null;
  /** He expressly asked for access before the fourteen days were over. */
  consented: boolean;
}

/**
 * What a withdrawal received on a day gives back: all of it, but for the days already served to whoever expressly asked
 * for them (L221-25). Rounded in favour of the consumer.
 */
export function withdrawalRefund(order: WithdrawnOrder, on: IsoDate): number {
  const { amountCents, startsOn, endsOn, consented } = order;
  if (!startsOn || !endsOn) return 0;
  const total = daysBetween(startsOn, endsOn);
  const used = Math.min(Math.max(daysBetween(startsOn, on), 0), total);
  return consented ? amountCents - Math.floor((amountCents * used) / total) : amountCents;
}
