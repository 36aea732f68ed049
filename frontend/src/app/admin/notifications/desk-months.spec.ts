import { byMonth } from './desk-months';

describe('the days of a year', () => {
  const figures = (day: string, arrived: number, missed = 0) => ({
    ...{ day, arrived, missed },
    ...{ under_way: 1, left_out: 0 },
  });

  it('are added up by month, in their order, across the turn of the year', () => {
    const days = [figures('2025-12-30', 2), figures('2025-12-31', 3, 1), figures('2026-01-01', 4)];
    expect(byMonth(days)).toEqual([
      { day: '2025-12-01', arrived: 5, missed: 1, under_way: 2, left_out: 0 },
      { day: '2026-01-01', arrived: 4, missed: 0, under_way: 1, left_out: 0 },
    ]);
  });
});
