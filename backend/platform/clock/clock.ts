import { AsyncLocalStorage } from 'node:async_hooks';
import type { IsoDate } from '@calmness/events';

/** The academy's legal day: invoices, subscriptions and closings count in this zone. */
export const businessZone = 'Europe/Paris';

const story = new AsyncLocalStorage<Date>();

/** The one source of "now". Rules and SQL receive it as a value; nobody asks the machine. */
export abstract class Clock {
  /** The current instant. */
  abstract now(): Date;

  /** The calendar day it is in `zone`. */
  today(zone: string = businessZone): IsoDate {
    return dayIn(this.now(), zone);
  }
}

/** Real time, moved by a fixed offset when `CALMNESS_CLOCK_AT` asks for it. */
export class SystemClock extends Clock {
  private readonly offsetMs: number;

  constructor(startAt?: Date) {
    super();
    this.offsetMs = startAt ? startAt.getTime() - Date.now() : 0;
  }

  now(): Date {
    return story.getStore() ?? new Date(Date.now() + this.offsetMs);
  }

  /** The machine's own time, before any offset: only a comparison of clocks wants it. */
  machineTime(): Date {
    return new Date();
  }
}

/** Runs `work` as if it were `instant`: demo data tells a past, real traffic never does. */
export function tellingThePast<T>(instant: Date, work: () => Promise<T>): Promise<T> {
  return story.run(instant, work);
}

/** Runs `work` as if it were `instant`, past or to come: a person asks what would happen then. */
export function supposing<T>(instant: Date, work: () => Promise<T>): Promise<T> {
  return story.run(instant, work);
}

/** True inside `tellingThePast`. */
export function isTellingThePast(): boolean {
  return story.getStore() !== undefined;
}

/** The calendar day of an instant in a zone. */
export function dayIn(instant: Date, zone: string): IsoDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

/** 00:00 of a calendar day in a zone, as an instant. */
export function startOfDay(day: IsoDate, zone: string = businessZone): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone }).epochMilliseconds);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** The calendar day `days` after `day` (before it when negative). */
export function addDays(day: IsoDate, days: number): IsoDate {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** N calendar months after `day`, clamped to the month's end (31 Jan + 1 → 28 Feb). */
export function addMonths(day: IsoDate, months: number): IsoDate {
  return Temporal.PlainDate.from(day).add({ months }, { overflow: 'constrain' }).toString();
}
