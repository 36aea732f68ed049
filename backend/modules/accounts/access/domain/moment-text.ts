import type { Locale } from '@calmness/contracts';

/** An instant as a mail says it: in the member's zone and language. */
export function momentText(instant: Date, timezone: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: timezone,
  }).format(instant);
}
