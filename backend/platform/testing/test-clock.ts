import { Clock } from '@calmness/platform/clock';

/** A clock a test sets and moves; it never moves by itself. */
export class TestClock extends Clock {
  private current = new Date('2026-11-20T09:00:00Z');

  now(): Date {
    return this.current;
  }

  set(instant: string): void {
    this.current = new Date(instant);
  }

  /** Moves forward by an exact duration, e.g. `{ hours: 1 }`. */
  advance(duration: Temporal.DurationLike): void {
    const next = Temporal.Instant.fromEpochMilliseconds(this.current.getTime()).add(duration);
    this.current = new Date(next.epochMilliseconds);
  }
}
