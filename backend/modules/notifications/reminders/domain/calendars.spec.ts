import { afterEach, describe, expect, it, vi } from 'vitest';
import { addDays, dayIn } from '@calmness/platform/clock';
import { calendars, following, offsetOf, type Calendar } from './calendars';
import { decide, dueTime, dueTimes, nextRepetition, type DueTime } from './due';

const zones = [
  ...['Europe/Paris', 'UTC', 'America/New_York', 'America/Sao_Paulo', 'America/St_Johns', 'Asia/Kolkata'],
  ...['Pacific/Auckland', 'Pacific/Apia', 'Africa/Casablanca', 'Australia/Lord_Howe', 'Asia/Kathmandu'],
];
const days2026 = Array.from({ length: 365 }, (_, index) => addDays('2026-01-01', index));
/** Six in the evening in Paris: the hour of a loan's return, or of a session. */
const sixOn = (day: string) => ({
  at: new Date(
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: '18:00' })
      .epochMilliseconds,
  ).toISOString(),
  zone: 'Europe/Paris',
});
const calendar = (kind: string): Calendar => calendars[kind] as Calendar;
const wall = (instant: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString();
const printed = (kind: string, day: string, zone = 'Europe/Paris') =>
  dueTimes(calendar(kind), sixOn(day), zone).map(
    ({ offsetKey, dueAt, expiresAt }) => `${offsetKey} ${wall(dueAt, zone)} → ${wall(expiresAt, zone)}`,
  );

describe('the calendar of', () => {
  it('a formation session is a mail a day ahead, a phone an hour ahead, the list a quarter of an hour ahead', () => {
    expect(printed('formation-session', '2026-11-21')).toEqual([
      '-24h 2026-11-20T18:00:00 → 2026-11-21T06:00:00',
      '-1h 2026-11-21T17:00:00 → 2026-11-21T18:00:00',
      '-15m 2026-11-21T17:45:00 → 2026-11-21T18:00:00',
    ]);
  });

  it('a coaching session is half an hour ahead, until it starts', () => {
    expect(printed('coaching-session', '2026-11-21')).toEqual([
      '-30m 2026-11-21T17:30:00 → 2026-11-21T18:00:00',
    ]);
  });

  const overdue = [
    '+1d 2026-11-22T10:00:00 → 2026-11-22T20:00:00',
    '+3d 2026-11-24T10:00:00 → 2026-11-24T20:00:00',
    '+7d 2026-11-28T10:00:00 → 2026-11-28T20:00:00',
  ];
  it('a short loan is two hours ahead, and the delay', () => {
    expect(printed('loan-short', '2026-11-21')).toEqual([
      '-2h 2026-11-21T16:00:00 → 2026-11-21T18:00:00',
      ...overdue,
    ]);
  });

  it('a medium loan is two days, one day, the day and two hours ahead, and the delay', () => {
    expect(printed('loan-medium', '2026-11-21')).toEqual([
      '-2d 2026-11-19T09:00:00 → 2026-11-19T20:00:00',
      '-1d 2026-11-20T09:00:00 → 2026-11-20T20:00:00',
      '0d 2026-11-21T08:00:00 → 2026-11-21T20:00:00',
      '-2h 2026-11-21T16:00:00 → 2026-11-21T18:00:00',
      ...overdue,
    ]);
  });

  it('a long loan begins a week ahead', () => {
    expect(printed('loan-long', '2026-11-21')).toEqual([
      '-7d 2026-11-14T09:00:00 → 2026-11-14T20:00:00',
      '-2d 2026-11-19T09:00:00 → 2026-11-19T20:00:00',
      '-1d 2026-11-20T09:00:00 → 2026-11-20T20:00:00',
      '0d 2026-11-21T08:00:00 → 2026-11-21T20:00:00',
      ...overdue,
    ]);
  });

  it('any kind names each offset once, in time', () => {
    for (const [kind, { offsets }] of Object.entries(calendars)) {
      const keys = offsets.map(({ key }) => key);
      expect(new Set(keys).size, kind).toBe(keys.length);
      const times = dueTimes(calendar(kind), sixOn('2026-11-21'), 'Europe/Paris').map(({ dueAt }) => dueAt);
      expect(times, kind).toEqual(times.toSorted((a, b) => a.getTime() - b.getTime()));
    }
  });
});

describe('a delay without end', () => {
  const loan = calendar('loan-medium');
  const late = sixOn('2026-11-21');
  const next = (key: string, now: string) =>
    nextRepetition(loan, late, 'Europe/Paris', { key, worth: ({ expiresAt }) => expiresAt > new Date(now) });

  it('is told weekly after the first week, one week planned at a time', () => {
    expect(next('+7d', '2026-11-28T10:00:00Z')?.offsetKey).toBe('+14d');
    expect(next('+14d', '2026-12-05T10:00:00Z')?.offsetKey).toBe('+21d');
    expect(offsetOf(loan, '+700d')?.announcement).toBe('loan-overdue');
  });

  it('skips the weeks an outage took, and catches up with the day that is not over', () => {
    expect(next('+7d', '2026-12-19T18:00:00Z')?.offsetKey).toBe('+28d');
    expect(next('+7d', '2026-12-19T19:30:00Z')?.offsetKey).toBe('+35d');
  });

  it('follows nothing but the last, and only where it repeats', () => {
    for (const key of ['-2d', '+1d', '+3d', '+8d', 'nonsense'])
      expect(following(loan, key), key).toBeUndefined();
    expect(following(calendar('subscription'), '+3d')).toBeUndefined();
    expect(offsetOf(calendar('subscription'), '+10d')).toBeUndefined();
  });
});

describe('every day of the year in every zone', () => {
  const wallOffsets = Object.entries(calendars).flatMap(([kind, { offsets }]) =>
    offsets.flatMap((offset) => ('days' in offset.when ? [{ kind, offset, when: offset.when }] : [])),
  );

  it('has one reminder of each kind, at the wall time of the calendar, on the day of the calendar', () => {
    for (const { kind, offset, when } of wallOffsets)
      for (const zone of zones)
        for (const day of days2026) {
          const { dueAt } = dueTime(offset, sixOn(day), zone);
          const expected = `${addDays(day, when.days)}T${when.at}:00`;
          if (wall(dueAt, zone) !== expected) expect(`${kind} ${zone} ${wall(dueAt, zone)}`).toBe(expected);
        }
  });

  it('has a grace that ends after the reminder is due, the same day at eight in the evening', () => {
    for (const { offset } of wallOffsets)
      for (const zone of zones)
        for (const day of days2026) {
          const { dueAt, expiresAt } = dueTime(offset, sixOn(day), zone);
          const text = `${dayIn(dueAt, zone)}T20:00:00`;
          if (expiresAt <= dueAt || wall(expiresAt, zone) !== text) expect(`${zone} ${day}`).toBe(text);
        }
  });

  it('gives a reader who moves that very day one reminder at the right local hour, wherever he goes', () => {
    const offset = offsetOf(calendar('loan-medium'), '-1d');
    for (const from of zones)
      for (const to of zones)
        for (const day of ['2026-03-30', '2026-10-26', '2026-03-01', '2027-01-01']) {
          const before = dueTime(offset!, sixOn(day), from);
          const after = dueTime(offset!, sixOn(day), to);
          expect(after.offsetKey).toBe(before.offsetKey);
          expect(wall(after.dueAt, to)).toBe(`${addDays(day, -1)}T09:00:00`);
        }
  });
});

describe('both clock changes of 2026', () => {
  const at = (time: string): Calendar => ({
    subjectKind: 'test',
    offsets: [{ key: '0d', when: { days: 0, at: time }, grace: { until: '20:00' }, announcement: 'welcome' }],
  });
  const instant = (day: string, time: string) =>
    dueTimes(at(time), sixOn(day), 'Europe/Paris')[0]?.dueAt.toISOString();

  it('leave half past two out in March: it is half past three', () => {
    expect(instant('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(instant('2026-03-29', '09:00')).toBe('2026-03-29T07:00:00.000Z');
  });

  it('have half past two twice in October: the first', () => {
    expect(instant('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(instant('2026-10-25', '09:00')).toBe('2026-10-25T08:00:00.000Z');
  });

  it('move no reminder that is counted in hours from the instant', () => {
    for (const day of ['2026-03-29', '2026-10-25']) {
      const [dayAhead] = dueTimes(calendar('formation-session'), sixOn(day), 'Europe/Paris');
      expect(new Date(sixOn(day).at).getTime() - (dayAhead?.dueAt.getTime() ?? 0)).toBe(86_400_000);
    }
  });
});

describe('the ends of months', () => {
  const dayOf = (kind: string, key: string, end: string) => {
    const due = dueTimes(calendar(kind), sixOn(end), 'Europe/Paris').find(
      ({ offsetKey }) => offsetKey === key,
    );
    return due && wall(due.dueAt, 'Europe/Paris');
  };

  it.each([
    ['2028-02-29', '2028-02-28', '2028-03-01'],
    ['2028-03-01', '2028-02-29', '2028-03-02'],
    ['2026-03-01', '2026-02-28', '2026-03-02'],
    ['2026-12-31', '2026-12-30', '2027-01-01'],
    ['2026-01-31', '2026-01-30', '2026-02-01'],
  ])('%s: the day before is %s, the day after %s', (end, before, after) => {
    expect(dayOf('loan-medium', '-1d', end)).toBe(`${before}T09:00:00`);
    expect(dayOf('loan-medium', '+1d', end)).toBe(`${after}T10:00:00`);
    expect(dayOf('subscription', '-1d', end)).toBe(`${before}T09:00:00`);
  });
});

describe('an outage', () => {
  const outcome = (kind: string, day: string, now: string) => {
    const times = dueTimes(calendar(kind), sixOn(day), 'Europe/Paris');
    const late = times.filter(({ dueAt }) => dueAt <= new Date(now));
    const rows = late.map((due: DueTime) => ({ ...due, recipientId: 'awa' }));
    return [...decide(rows, new Date(now))].map(([{ offsetKey }, decision]) => `${offsetKey} ${decision}`);
  };

  it('of forty minutes over nine o’clock loses nothing', () => {
    expect(outcome('loan-medium', '2026-11-21', '2026-11-19T08:40:00Z')).toEqual(['-2d tell']);
  });

  it('over several reminders leaves the latest that still makes sense', () => {
    expect(outcome('loan-medium', '2026-11-21', '2026-11-21T15:30:00Z')).toEqual([
      ...['-2d superseded', '-1d superseded', '0d superseded', '-2h tell'],
    ]);
    expect(outcome('formation-session', '2026-11-21', '2026-11-21T16:50:00Z')).toEqual([
      ...['-24h superseded', '-1h superseded', '-15m tell'],
    ]);
    expect(outcome('formation-session', '2026-11-21', '2026-11-21T06:00:00Z')).toEqual(['-24h expired']);
  });
});

describe.each(['UTC', 'America/New_York', 'Pacific/Auckland'])('in a process that lives in %s', (zone) => {
  afterEach(() => vi.unstubAllEnvs());

  it('every hour is the same', () => {
    const here = Object.keys(calendars).flatMap((kind) => printed(kind, '2026-10-25'));
    vi.stubEnv('TZ', zone);
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    expect(Object.keys(calendars).flatMap((kind) => printed(kind, '2026-10-25'))).toEqual(here);
  });
});
