import { snoozeTimes } from './snooze-times';

describe('when a message may come back', () => {
  const of = (now: string, zone: string) =>
    snoozeTimes(new Date(now), zone).map(({ choice, at }) => `${choice} ${at.toISOString()}`);

  it('is told in the member’s zone', () => {
    expect(of('2026-11-20T09:00:00Z', 'Europe/Paris')).toEqual([
      'hour 2026-11-20T10:00:00.000Z',
      'evening 2026-11-20T17:00:00.000Z',
      'tomorrow 2026-11-21T08:00:00.000Z',
      'week 2026-11-23T08:00:00.000Z',
    ]);
    expect(of('2026-11-20T09:00:00Z', 'Asia/Tokyo')).toEqual([
      'hour 2026-11-20T10:00:00.000Z',
      'tomorrow 2026-11-21T00:00:00.000Z',
      'week 2026-11-23T00:00:00.000Z',
    ]);
  });

  it('keeps its hour when the clock changes in between', () => {
    expect(of('2026-10-24T10:00:00Z', 'Europe/Paris')).toContain('tomorrow 2026-10-25T08:00:00.000Z');
    expect(of('2027-03-27T10:00:00Z', 'Europe/Paris')).toContain('tomorrow 2027-03-28T07:00:00.000Z');
  });

  it('is the Monday after on a Monday, and never this evening when it has begun', () => {
    expect(of('2026-11-23T20:00:00Z', 'Europe/Paris')).toEqual([
      'hour 2026-11-23T21:00:00.000Z',
      'tomorrow 2026-11-24T08:00:00.000Z',
      'week 2026-11-30T08:00:00.000Z',
    ]);
  });
});
