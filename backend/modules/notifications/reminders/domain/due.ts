import type { AnchorSet } from '@calmness/events';
import { addDays, dayIn } from '@calmness/platform/clock';
import { following, type Calendar, type Grace, type ReminderOffset } from './calendars';

export interface DueTime {
  offsetKey: string;
  dueAt: Date;
  expiresAt: Date;
}
type Happening = Pick<AnchorSet, 'at' | 'zone'>;

const minuteMs = 60_000;

/** When each reminder of an anchor is due for a reader who lives in `zone`. */
export function dueTimes(calendar: Calendar, anchor: Happening, zone: string): DueTime[] {
  return calendar.offsets.map((offset) => dueTime(offset, anchor, zone));
}

export function dueTime({ key, when, grace }: ReminderOffset, anchor: Happening, zone: string): DueTime {
  const start = new Date(anchor.at);
  // The day it happens on is the anchor's own; the hour is the reader's.
  const day = 'days' in when ? addDays(dayIn(start, anchor.zone), when.days) : undefined;
  const dueAt = day && 'at' in when ? wallTime(day, when.at, zone) : fromStart(start, when);
  return { offsetKey: key, dueAt, expiresAt: graceEnd(grace, start, day ?? dayIn(dueAt, zone), zone) };
}

/**
 * The next repetition after the reminder `key` that is still `worth` planning; those in between were missed for good.
 * One is planned at a time: a loan that never comes back has one row ahead, not a thousand.
 */
export function nextRepetition(
  calendar: Calendar,
  anchor: Happening,
  zone: string,
  { key, worth }: { key: string; worth: (due: DueTime) => boolean },
): DueTime | undefined {
  for (let next = following(calendar, key); next; next = following(calendar, next.key)) {
    const due = dueTime(next, anchor, zone);
    if (worth(due)) return due;
  }
  return undefined;
}

function fromStart(start: Date, when: ReminderOffset['when']): Date {
  return new Date(start.getTime() + ('minutes' in when ? when.minutes : 0) * minuteMs);
}

function graceEnd(grace: Grace, start: Date, day: string, zone: string): Date {
  if ('until' in grace) return wallTime(day, grace.until, zone);
  return new Date(start.getTime() + grace.minutesFromStart * minuteMs);
}

/** A wall time as an instant; in the hour a clock change leaves out it is the hour after, in a doubled one the first. */
function wallTime(day: string, time: string, zone: string): Date {
  const zoned = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time });
  return new Date(zoned.epochMilliseconds);
}

export interface PlannedReminder extends DueTime {
  recipientId: string;
}
export type Decision = 'tell' | 'superseded' | 'expired';

/**
 * What becomes of one reader's due reminders of one subject: the latest one that still makes sense is told, those
 * before it were overtaken, those whose day is over are too late.
 */
export function decide(due: readonly PlannedReminder[], now: Date): Map<PlannedReminder, Decision> {
  const inTime = due.filter(({ expiresAt }) => now < expiresAt);
  const latest = inTime.toSorted((a, b) => b.dueAt.getTime() - a.dueAt.getTime())[0];
  return new Map(
    due.map((reminder) => {
      if (reminder === latest) return [reminder, 'tell'];
      return [reminder, latest && reminder.dueAt <= latest.dueAt ? 'superseded' : 'expired'];
    }),
  );
}
