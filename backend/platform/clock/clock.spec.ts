import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayIn,
  daysBetween,
  isTellingThePast,
  startOfDay,
  SystemClock,
  tellingThePast,
} from './clock';

describe('the clock', () => {
  it('knows the Paris day around midnight and the year end', () => {
    expect(dayIn(new Date('2026-12-31T22:59:59Z'), 'Europe/Paris')).toBe('2026-12-31');
    expect(dayIn(new Date('2026-12-31T23:00:00Z'), 'Europe/Paris')).toBe('2027-01-01');
    expect(dayIn(new Date('2026-07-01T21:59:59Z'), 'Europe/Paris')).toBe('2026-07-01');
  });

  it('starts a day at 00:00 of the zone on both sides of the clock changes', () => {
    expect(startOfDay('2026-03-29').toISOString()).toBe('2026-03-28T23:00:00.000Z');
    expect(startOfDay('2026-03-30').toISOString()).toBe('2026-03-29T22:00:00.000Z');
    expect(startOfDay('2026-10-26').toISOString()).toBe('2026-10-25T23:00:00.000Z');
  });

  it('adds calendar months clamped to the month end, from the day it is given', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-31', 2)).toBe('2026-03-31');
    expect(addMonths('2028-02-29', 12)).toBe('2029-02-28');
  });

  it('counts calendar days, not hours', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('tells the past only inside the story', async () => {
    const clock = new SystemClock();
    const then = new Date('2026-01-02T03:04:05Z');
    await tellingThePast(then, async () => {
      await Promise.resolve();
      expect(clock.now()).toEqual(then);
      expect(isTellingThePast()).toBe(true);
    });
    expect(isTellingThePast()).toBe(false);
    expect(clock.now().getTime()).toBeGreaterThan(then.getTime());
  });

  it('moves by the offset it was given', () => {
    const clock = new SystemClock(new Date('2030-01-01T00:00:00Z'));
    expect(clock.now().getUTCFullYear()).toBe(2030);
    expect(clock.machineTime().getUTCFullYear()).toBeLessThan(2030);
  });
});
