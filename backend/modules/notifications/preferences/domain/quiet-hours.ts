import type { OutgoingChannel } from '@calmness/contracts';
import { addDays, dayIn } from '@calmness/platform/clock';

/** When nothing may ring, in the member's own zone. */
export interface QuietHours {
  /** `22:00` */
  from: string;
  /** `08:00`; earlier than `from` when the night is between them. */
  to: string;
  /** ISO weekdays on which it begins, Monday is 1. */
  days: readonly number[];
}

/** A mail makes no noise; everything else lights up a phone. */
export function rings(channel: OutgoingChannel): boolean {
  return channel !== 'email';
}

/** The end of the quiet time `now` lies in; null outside of it. */
export function quietUntil(now: Date, zone: string, { from, to, days }: QuietHours): Date | null {
  const today = dayIn(now, zone);
  // A night that began yesterday may still last.
  for (const day of [addDays(today, -1), today]) {
    if (!days.includes(Temporal.PlainDate.from(day).dayOfWeek)) continue;
    const start = instantOf(day, from, zone);
    const end = instantOf(to <= from ? addDays(day, 1) : day, to, zone);
    if (start <= now && now < end) return end;
  }
  return null;
}

function instantOf(day: string, time: string, zone: string): Date {
  const zoned = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time });
  return new Date(zoned.epochMilliseconds);
}
