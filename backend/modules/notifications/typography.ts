import type { Locale } from '@calmness/contracts';

const noBreak = '\u00a0';

/** French sets a no-break space before « ; : ! ? » and inside guillemets; English sets none. */
export function typeset(text: string, locale: Locale): string {
  if (locale !== 'fr') return text;
  return text.replace(/ ([!?;:»])/g, `${noBreak}$1`).replace(/« /g, `«${noBreak}`);
}
