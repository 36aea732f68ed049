import type { StatementDateFormat } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';

/** `1 234,56 €`, `+49,00`, `-12.3` as EUR cents; null when it is none. No float ever sees it. */
export function readAmount(text: string, decimalComma: boolean): number | null {
  const bare = text.replaceAll(/[\s\u00A0\u202F€]|EUR/g, '');
  const plain = decimalComma
    ? bare.replaceAll('.', '').replace(',', '.')
    : bare.replaceAll(/,(?=\d{3}(?:\D|$))/g, '');
  const [, sign, euros, cents = ''] = /^([+-]?)(\d{1,9})(?:\.(\d{1,2}))?$/.exec(plain) ?? [];
  if (euros === undefined) return null;
  const amount = Number(euros) * 100 + Number(cents.padEnd(2, '0'));
  return sign === '-' ? -amount : amount;
}

const shapes: Record<StatementDateFormat, RegExp> = {
  'DD/MM/YYYY': /^(?<d>\d{2})\/(?<m>\d{2})\/(?<y>\d{4})/,
  'DD/MM/YY': /^(?<d>\d{2})\/(?<m>\d{2})\/(?<y>\d{2})(?!\d)/,
  'DD-MM-YYYY': /^(?<d>\d{2})-(?<m>\d{2})-(?<y>\d{4})/,
  'YYYY-MM-DD': /^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})/,
};

/** A day that exists, whatever hour follows it; null when it is none. */
export function readDay(text: string, format: StatementDateFormat): IsoDate | null {
  const { y, m, d } = shapes[format].exec(text.trim())?.groups ?? {};
  if (y === undefined || m === undefined || d === undefined) return null;
  const year = y.length === 2 ? 2000 + Number(y) : Number(y);
  try {
    const day = { year, month: Number(m), day: Number(d) };
    return Temporal.PlainDate.from(day, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}
