import type { Locale } from '@calmness/contracts';

const tags: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };

/**
 * An instant as a message says it to somebody who lives in `zone`: the day, the hour and whose hour it is, e.g.
 * "samedi 21 novembre 2026 à 19:00, heure d’Europe centrale". A member on the move never has to guess.
 */
export function momentIn(instant: Date, zone: string, locale: Locale): string {
  const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const hour = { hour: '2-digit', minute: '2-digit' } as const;
  const text = new Intl.DateTimeFormat(tags[locale], { ...day, ...hour, timeZone: zone }).format(instant);
  return `${text}, ${zoneName(instant, zone, locale)}`;
}

function zoneName(instant: Date, zone: string, locale: Locale): string {
  const parts = new Intl.DateTimeFormat(tags[locale], {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts(instant);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
