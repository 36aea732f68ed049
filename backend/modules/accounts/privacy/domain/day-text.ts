import type { Locale } from '@calmness/contracts';

/** A day in the reader's words and zone: « 28 novembre 2026 », “28 November 2026”. */
export function dayText(instant: Date, timeZone: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone,
  });
  return format.format(instant);
}
