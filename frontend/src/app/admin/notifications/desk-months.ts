import { deliveryOutcomes } from '@calmness/contracts';
import type { DayFigures } from '@calmness/contracts';

/** The same figures by month, each under the first day of its month; days come in their order. */
export function byMonth(days: readonly DayFigures[]): DayFigures[] {
  const months = new Map<string, DayFigures>();
  for (const one of days) {
    const day = `${one.day.slice(0, 7)}-01`;
    const sum = months.get(day) ?? { day, arrived: 0, missed: 0, under_way: 0, left_out: 0 };
    for (const outcome of deliveryOutcomes) {
      sum[outcome] += one[outcome];
    }
    months.set(day, sum);
  }
  return [...months.values()];
}
