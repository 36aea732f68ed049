import { describe, expect, it } from 'vitest';
import { nextDigestAt } from './digest';
import { quietUntil } from './quiet-hours';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const night = { from: '22:00', to: '08:00', days: everyDay };
const paris = 'Europe/Paris';
const until = (now: string, hours = night, zone = paris) =>
  quietUntil(new Date(now), zone, hours)?.toISOString() ?? null;

describe('quiet hours', () => {
  it('last over midnight, and end at the hour itself', () => {
    expect(until('2026-11-20T20:59:59Z')).toBeNull();
    expect(until('2026-11-20T21:00:00Z')).toBe('2026-11-21T07:00:00.000Z');
    expect(until('2026-11-21T06:59:59Z')).toBe('2026-11-21T07:00:00.000Z');
    expect(until('2026-11-21T07:00:00Z')).toBeNull();
  });

  it('may lie within a day, and be of some days only', () => {
    const siesta = { from: '13:00', to: '14:30', days: [6, 7] };
    expect(until('2026-11-20T12:30:00Z', siesta)).toBeNull();
    expect(until('2026-11-21T12:30:00Z', siesta)).toBe('2026-11-21T13:30:00.000Z');
  });

  it('of a night that began on a chosen day last into the next', () => {
    const friday = { ...night, days: [5] };
    expect(until('2026-11-21T05:00:00Z', friday)).toBe('2026-11-21T07:00:00.000Z');
    expect(until('2026-11-21T21:30:00Z', friday)).toBeNull();
  });

  it.each([
    ['2026-03-28T23:00:00Z', '2026-03-29T06:00:00.000Z'],
    ['2026-10-24T22:00:00Z', '2026-10-25T07:00:00.000Z'],
  ])('end at the wall’s hour when the clock changes (%s)', (now, end) => {
    expect(until(now)).toBe(end);
  });
});

describe('the next summary', () => {
  const next = (rhythm: 'each' | 'daily' | 'weekly', now: string) =>
    nextDigestAt(rhythm, new Date(now), paris).toISOString();

  it('comes at half past eight of the reader, every day or every Monday', () => {
    expect(next('daily', '2026-11-20T07:29:59Z')).toBe('2026-11-20T07:30:00.000Z');
    expect(next('daily', '2026-11-20T07:30:00Z')).toBe('2026-11-21T07:30:00.000Z');
    expect(next('weekly', '2026-11-20T07:30:00Z')).toBe('2026-11-23T07:30:00.000Z');
    expect(next('daily', '2026-10-24T20:00:00Z')).toBe('2026-10-25T07:30:00.000Z');
  });

  it('is not waited for by who wants each mail', () => {
    expect(next('each', '2026-11-20T20:00:00Z')).toBe('2026-11-20T20:00:00.000Z');
  });
});
