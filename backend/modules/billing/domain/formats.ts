import type { Locale } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';

const tags: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };

/** `49,00 €` or `€49.00`; the amount is integer cents. */
export function formatMoney(cents: number, locale: Locale): string {
  const format = new Intl.NumberFormat(tags[locale], { style: 'currency', currency: 'EUR' });
  const sign = cents < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(cents) / 100);
  return format.format(
    `${sign}${whole}.${String(Math.abs(cents) % 100).padStart(2, '0')}` as Intl.StringNumericLiteral,
  );
}

/** `20 novembre 2026`, `20 November 2026`. */
export function formatDay(day: IsoDate, locale: Locale): string {
  return plain(day).toLocaleString(tags[locale], { day: 'numeric', month: 'long', year: 'numeric' });
}

/** `20/11/2026`, for tables and documents. */
export function formatShortDay(day: IsoDate): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** `20 %`, `5,5 %`; basis points in. */
export function formatRate(rateBp: number): string {
  const text = String(rateBp / 100).replace('.', ',');
  return `${text}\u00A0%`;
}

function plain(day: IsoDate): Temporal.PlainDate {
  return Temporal.PlainDate.from(day);
}
