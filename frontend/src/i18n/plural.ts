import type { Locale } from '@calmness/contracts';

/** Counting in a language: the right form, with the number in that language's figures. */
export function counting(locale: Locale): (count: number, one: string, other: string) => string {
  const rules = new Intl.PluralRules(locale);
  const figures = new Intl.NumberFormat(locale);
  return (count, one, other) =>
    `${figures.format(count)}\u00a0${rules.select(count) === 'one' ? one : other}`;
}
