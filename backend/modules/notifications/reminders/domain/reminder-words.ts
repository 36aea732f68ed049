import type { Locale } from '@calmness/contracts';

/** Values a subject's domain formats for its reader: his language, his zone with the zone named. */
export type Facts = Record<string, string>;

/** What one reminder says, the same in the list, on a phone and in the mail. */
export interface ReminderWords {
  title: string;
  body: string;
  /** What the mail adds. */
  more: string;
  button: string;
}
export type BilingualWords = Record<Locale, (facts: Facts) => ReminderWords>;

/** A fact by its name; a subject that does not know it leaves a gap rather than an `undefined`. */
export const fact = (facts: Facts, name: string): string => facts[name] ?? '';
