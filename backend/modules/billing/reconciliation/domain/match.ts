import type { MatchCategory, MatchReason } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import { daysBetween } from '@calmness/platform/clock';
import { plainText, type StatementEntry } from './statement';

/** A payment money is wanted for. */
export interface AwaitedPayment {
  id: string;
  reference: string;
  dueCents: number;
  /** First and last name, or the company's. */
  names: string[];
  declaredOn: IsoDate;
}
export interface Match {
  payment: AwaitedPayment;
  category: MatchCategory;
  reasons: MatchReason[];
  score: number;
}

/** Days around the declaration in which money usually arrives. */
const usualDays = { before: 3, after: 14 };
const weights: Record<MatchReason, number> = {
  reference: 100,
  reference_typo: 60,
  amount: 40,
  name: 20,
  date: 5,
  amount_differs: 0,
};

/** How well a line of the statement fits a payment, with the reasons people can read. */
export function matchOf(line: StatementEntry, payment: AwaitedPayment): Match {
  const reasons = [
    ...referenceIn(plainText(line.label), payment.reference),
    line.amountCents === payment.dueCents ? ('amount' as const) : ('amount_differs' as const),
    ...(namedIn(plainText(`${line.label} ${line.payer ?? ''}`), payment.names) ? (['name'] as const) : []),
    ...(isUsual(line.bookedOn, payment.declaredOn) ? (['date'] as const) : []),
  ];
  const score = reasons.reduce((sum, reason) => sum + weights[reason], 0);
  return { payment, category: categoryOf(reasons), reasons, score };
}

/**
 * The best payment for each line; a payment is proposed once, to the line it fits best. Two payments that fit
 * a line equally well fit it not at all: people decide.
 */
export function matchAll<Line extends StatementEntry>(
  lines: readonly Line[],
  payments: readonly AwaitedPayment[],
): Map<Line, Match> {
  const pairs = lines.flatMap((line) => {
    const matches = payments.map((payment) => matchOf(line, payment)).sort((a, b) => b.score - a.score);
    const [best, second] = matches.filter(({ category }) => category !== 'none');
    return best && best.score !== second?.score ? [{ line, match: best }] : [];
  });
  const proposed = new Map<Line, Match>();
  const taken = new Set<string>();
  for (const { line, match } of pairs.sort((a, b) => b.match.score - a.match.score)) {
    if (taken.has(match.payment.id)) continue;
    taken.add(match.payment.id);
    proposed.set(line, match);
  }
  return proposed;
}

function categoryOf(reasons: readonly MatchReason[]): MatchCategory {
  const has = (reason: MatchReason): boolean => reasons.includes(reason);
  if (has('reference') && has('amount')) return 'sure';
  if (has('reference')) return 'likely';
  return has('amount') && (has('reference_typo') || has('name')) ? 'likely' : 'none';
}

/** `CAL-7K3M9Q` however it is cut; `reference_typo` for one wrong, missing or doubled character. */
function referenceIn(label: string, reference: string): MatchReason[] {
  const sought = reference.replaceAll(/[^A-Z0-9]/g, '');
  const text = label.replaceAll(' ', '');
  if (text.includes(sought)) return ['reference'];
  if (text.includes(sought.slice(3))) return ['reference_typo'];
  for (let start = 0; start < text.length; start += 1)
    for (const length of [sought.length - 1, sought.length, sought.length + 1]) {
      const part = text.slice(start, start + length);
      if (part.length === length && isOneOff(part, sought)) return ['reference_typo'];
    }
  return [];
}

/** True when one character changed, came or went turns one text into the other. */
export function isOneOff(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const rest = short.length === long.length ? short.slice(same + 1) : short.slice(same);
  return rest === long.slice(same + 1);
}

function namedIn(text: string, names: readonly string[]): boolean {
  const words = new Set(text.split(' '));
  const wanted = names.flatMap((name) => plainText(name).split(' ')).filter((word) => word.length > 1);
  return wanted.length > 0 && wanted.every((word) => words.has(word));
}

function isUsual(bookedOn: IsoDate, declaredOn: IsoDate): boolean {
  const days = daysBetween(declaredOn, bookedOn);
  return days >= -usualDays.before && days <= usualDays.after;
}
