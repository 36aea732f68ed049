import type { IsoDate } from '@calmness/events';
import { addDays, addMonths, startOfDay } from '@calmness/platform/clock';
import { chainHash } from './chain';

export const closingPeriods = ['day', 'month', 'year'] as const;
export type ClosingPeriod = (typeof closingPeriods)[number];

/** A period of Paris days, both ends included. */
export interface ClosedSpan {
  period: ClosingPeriod;
  fromDay: IsoDate;
  toDay: IsoDate;
}
/** Turnover at one rate, EUR cents: credit notes taken away, deposits counted once. */
export interface ClosingRate {
  category: string;
  rateBp: number | null;
  baseCents: number;
  vatCents: number;
}
/** What happened in a period, from the book. */
export interface ClosingFigures {
  invoiceCount: number;
  creditCount: number;
  rates: ClosingRate[];
  netCents: number;
  vatCents: number;
  totalCents: number;
  receivedCents: number;
  refundedCents: number;
  /** First and last rank in the book; null when nothing was written in it. */
  firstSeq: number | null;
  lastSeq: number | null;
}
export interface Closing extends ClosedSpan, ClosingFigures {
  seq: number;
  /** All turnover since the first invoice, credit notes taken away. */
  perpetualCents: number;
  /** The same with every movement counted as positive: it never falls, whatever is credited. */
  perpetualGrossCents: number;
  closedAt: Date;
  prevHash: string;
  hash: string;
}

/** A day is closed from 00:10 the next day: by then whoever began before midnight is done. */
const quietMs = 600_000;

export function isOver(day: IsoDate, now: Date): boolean {
  return now.getTime() >= startOfDay(addDays(day, 1)).getTime() + quietMs;
}

/** The day itself, then the month and the year it ends. */
export function spansEndingOn(day: IsoDate): ClosedSpan[] {
  const month = `${day.slice(0, 7)}-01`;
  const spans: ClosedSpan[] = [{ period: 'day', fromDay: day, toDay: day }];
  if (addDays(addMonths(month, 1), -1) === day) spans.push({ period: 'month', fromDay: month, toDay: day });
  if (day.endsWith('-12-31')) spans.push({ period: 'year', fromDay: `${day.slice(0, 4)}-01-01`, toDay: day });
  return spans;
}

/** The hash covers every figure and the hash of the closing before. */
export function closingHash({ prevHash, ...closing }: Omit<Closing, 'hash'>): string {
  const { seq, period, fromDay, toDay, invoiceCount, creditCount, rates } = closing;
  const { netCents, vatCents, totalCents, receivedCents, refundedCents } = closing;
  const { perpetualCents, perpetualGrossCents, firstSeq, lastSeq } = closing;
  const content = {
    ...{ seq, period, fromDay, toDay, invoiceCount, creditCount },
    rates: rates.map(({ category, rateBp, baseCents, vatCents: tax }) => ({
      ...{ category, rateBp, baseCents, vatCents: tax },
    })),
    ...{ netCents, vatCents, totalCents, receivedCents, refundedCents },
    ...{ perpetualCents, perpetualGrossCents, firstSeq, lastSeq },
  };
  return chainHash(prevHash, { ...content, closedAt: closing.closedAt.toISOString() });
}
