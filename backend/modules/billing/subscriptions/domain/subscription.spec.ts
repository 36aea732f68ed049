import { describe, expect, it } from 'vitest';
import { bonusUntil, endOf, isRunning, nextPeriod, statusOn, type LatestSubscription } from './subscription';

const latest: LatestSubscription = {
  planCode: 'essentiel',
  startsOn: '2026-01-31',
  endsOn: '2026-02-28',
  months: 1,
  bonusDays: 0,
  origin: 'purchase',
  status: 'active',
};
const oneMonth = { planCode: 'essentiel', durationMonths: 1 };

describe('the period a purchase gives', () => {
  it('begins today when nothing runs', () => {
    const period = {
      way: 'open',
      startsOn: '2026-11-20',
      endsOn: '2026-12-20',
      months: 1,
      extendsCurrent: false,
    };
    expect(nextPeriod(null, oneMonth, { today: '2026-11-20' })).toEqual(period);
    expect(nextPeriod(latest, oneMonth, { today: '2026-11-20' })).toEqual(period);
  });

  it('begins today on the very day the old one ends: that day is no longer paid', () => {
    expect(nextPeriod(latest, oneMonth, { today: '2026-02-28' })).toMatchObject({
      way: 'open',
      startsOn: '2026-02-28',
    });
  });

  it('loses no day: 31 Jan → 28 Feb → 31 Mar → 30 Apr, counted from the first start day', () => {
    const ends: string[] = [];
    let current = latest;
    for (let renewal = 0; renewal < 3; renewal += 1) {
      const period = nextPeriod(current, oneMonth, { today: '2026-02-10' });
      expect(period).toMatchObject({ way: 'prolong', startsOn: current.endsOn, extendsCurrent: true });
      current = { ...current, endsOn: period.endsOn, months: period.months };
      ends.push(period.endsOn);
    }
    expect(ends).toEqual(['2026-03-31', '2026-04-30', '2026-05-31']);
  });

  it('clamps a leap day', () => {
    expect(nextPeriod(null, { ...oneMonth, durationMonths: 12 }, { today: '2028-02-29' }).endsOn).toBe(
      '2029-02-28',
    );
  });

  it('lets another plan of the group wait for its turn', () => {
    expect(nextPeriod(latest, { planCode: 'premium', durationMonths: 3 }, { today: '2026-02-10' })).toEqual({
      way: 'open',
      startsOn: '2026-02-28',
      endsOn: '2026-05-28',
      months: 3,
      extendsCurrent: true,
    });
  });
});

describe('the period of a consumer who did not ask for an early start', () => {
  const days = { today: '2026-11-20', earliest: '2026-12-04' };

  it('begins when his fourteen days are over', () => {
    expect(nextPeriod(null, oneMonth, days)).toMatchObject({ startsOn: '2026-12-04', endsOn: '2027-01-04' });
  });

  it('follows what runs when that ends later, and opens anew after a gap', () => {
    const running = { ...latest, startsOn: '2026-11-10', endsOn: '2026-12-10' };
    expect(nextPeriod(running, oneMonth, days)).toMatchObject({ way: 'prolong', startsOn: '2026-12-10' });
    const shorter = { ...latest, startsOn: '2026-10-28', endsOn: '2026-11-28' };
    expect(nextPeriod(shorter, oneMonth, days)).toMatchObject({
      ...{ way: 'open', startsOn: '2026-12-04', extendsCurrent: false },
    });
  });
});

describe('what follows something given', () => {
  it('keeps the days given on top of what was bought', () => {
    const extended = { ...latest, startsOn: '2026-11-01', endsOn: '2026-12-11', bonusDays: 10 };
    expect(nextPeriod(extended, oneMonth, { today: '2026-11-20' }).endsOn).toBe('2027-01-11');
  });

  it('is a subscription of its own', () => {
    const dates = { startsOn: '2026-11-01', endsOn: '2026-12-11' };
    const given = { ...latest, ...dates, origin: 'complimentary' as const };
    expect(nextPeriod(given, oneMonth, { today: '2026-11-20' })).toMatchObject({
      ...{ way: 'open', startsOn: '2026-12-11', endsOn: '2027-01-11' },
    });
  });

  it('ends where the days beyond its months say', () => {
    const months = { startsOn: '2026-01-31', months: 1 };
    const bonusDays = bonusUntil(months, '2026-02-10');
    expect([bonusDays, endOf({ ...months, bonusDays })]).toEqual([-18, '2026-02-10']);
  });
});

describe('access', () => {
  const period = {
    startsOn: '2026-11-20',
    endsOn: '2026-12-20',
    status: 'active',
    cancelledAt: null,
  } as const;

  it.each([
    ['2026-11-19', false, 'pending'],
    ['2026-11-20', true, 'active'],
    ['2026-12-19', true, 'active'],
    ['2026-12-20', false, 'expired'],
    ['2027-01-01', false, 'expired'],
  ])('on %s is %s, shown as %s', (today, running, status) => {
    expect(isRunning(period, today)).toBe(running);
    expect(statusOn(period, today)).toBe(status);
  });

  it('goes on after a cancellation until the end, which is then called cancelled', () => {
    const cancelled = { ...period, cancelledAt: new Date('2026-11-25T09:00:00Z') };
    expect([isRunning(cancelled, '2026-12-19'), statusOn(cancelled, '2026-12-19')]).toEqual([true, 'active']);
    expect([isRunning(cancelled, '2026-12-20'), statusOn(cancelled, '2026-12-20')]).toEqual([
      false,
      'cancelled',
    ]);
  });

  it('stops while it is paused', () => {
    const paused = { ...period, status: 'paused' } as const;
    expect([isRunning(paused, '2026-11-25'), statusOn(paused, '2026-11-25')]).toEqual([false, 'paused']);
  });
});
