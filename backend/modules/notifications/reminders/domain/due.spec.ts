import { describe, expect, it } from 'vitest';
import { calendars, type Calendar } from './calendars';
import { decide, dueTimes, type PlannedReminder } from './due';

const subscription = calendars['subscription'] as Calendar;
/** Access ends at 00:00 of that day in Paris. */
const endOn = (day: string) => ({
  at: new Date(Temporal.PlainDate.from(day).toZonedDateTime('Europe/Paris').epochMilliseconds).toISOString(),
  zone: 'Europe/Paris',
});
const at = (day: string, zone: string) =>
  dueTimes(subscription, endOn(day), zone).map(
    ({ offsetKey, dueAt }) => `${offsetKey} ${dueAt.toISOString()}`,
  );

describe('the reminders of a subscription', () => {
  it('come at nine in the morning of the reader, on seven days', () => {
    expect(at('2026-12-10', 'Europe/Paris')).toEqual([
      '-7d 2026-12-03T08:00:00.000Z',
      '-3d 2026-12-07T08:00:00.000Z',
      '-2d 2026-12-08T08:00:00.000Z',
      '-1d 2026-12-09T08:00:00.000Z',
      '+1d 2026-12-11T08:00:00.000Z',
      '+2d 2026-12-12T08:00:00.000Z',
      '+3d 2026-12-13T08:00:00.000Z',
    ]);
    expect(at('2026-12-10', 'America/Montreal')[3]).toBe('-1d 2026-12-09T14:00:00.000Z');
    expect(at('2026-12-10', 'Pacific/Auckland')[3]).toBe('-1d 2026-12-08T20:00:00.000Z');
  });

  it('keep their hour across both clock changes of the year', () => {
    expect(at('2026-03-30', 'Europe/Paris').slice(2, 5)).toEqual([
      '-2d 2026-03-28T08:00:00.000Z',
      '-1d 2026-03-29T07:00:00.000Z',
      '+1d 2026-03-31T07:00:00.000Z',
    ]);
    expect(at('2026-10-26', 'Europe/Paris').slice(2, 5)).toEqual([
      '-2d 2026-10-24T07:00:00.000Z',
      '-1d 2026-10-25T08:00:00.000Z',
      '+1d 2026-10-27T08:00:00.000Z',
    ]);
  });

  it('make sense until eight in the evening', () => {
    const [first] = dueTimes(subscription, endOn('2026-12-10'), 'Europe/Paris');
    expect(first?.expiresAt.toISOString()).toBe('2026-12-03T19:00:00.000Z');
  });
});

describe('a reminder counted in minutes', () => {
  const session: Calendar = {
    subjectKind: 'test',
    offsets: [
      { key: '-30m', when: { minutes: -30 }, grace: { minutesFromStart: 0 }, announcement: 'welcome' },
    ],
  };
  it('is due so long before the instant, wherever its reader lives, and useless once it began', () => {
    const anchor = { at: '2026-12-10T18:00:00.000Z', zone: 'Europe/Paris' };
    for (const zone of ['Europe/Paris', 'Asia/Tokyo'])
      expect(dueTimes(session, anchor, zone)).toEqual([
        {
          offsetKey: '-30m',
          dueAt: new Date('2026-12-10T17:30:00Z'),
          expiresAt: new Date('2026-12-10T18:00:00Z'),
        },
      ]);
  });
});

describe('what is due', () => {
  const reminder = (offsetKey: string, dueAt: string, expiresAt: string): PlannedReminder => ({
    ...{ offsetKey, recipientId: 'awa' },
    ...{ dueAt: new Date(dueAt), expiresAt: new Date(expiresAt) },
  });
  const three = reminder('-3d', '2026-12-07T08:00:00Z', '2026-12-07T19:00:00Z');
  const two = reminder('-2d', '2026-12-08T08:00:00Z', '2026-12-08T19:00:00Z');
  const outcome = (now: string, ...due: PlannedReminder[]) =>
    [...decide(due, new Date(now))].map(([{ offsetKey }, decision]) => `${offsetKey} ${decision}`);

  it('is told when its day is not over', () => {
    expect(outcome('2026-12-07T08:40:00Z', three)).toEqual(['-3d tell']);
    expect(outcome('2026-12-07T19:00:00Z', three)).toEqual(['-3d expired']);
  });

  it('is told once when several were missed: the latest', () => {
    expect(outcome('2026-12-08T08:00:00Z', three, two)).toEqual(['-3d superseded', '-2d tell']);
  });
});
