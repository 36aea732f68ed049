import type { WordFieldValues } from '@calmness/contracts';

/** `{{name}}`, with or without blanks inside. */
export const placeholder = /\{\{\s*([\w.]*)\s*\}\}/g;

/** The variables a text names. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(placeholder)].map(([, name]) => name ?? '');
}

/** The text with values in their places; what is filled in is never read for placeholders. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(placeholder, (_all, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '') : '',
  );
}

/** The paragraphs, less those that name something there is nothing of. */
export function fillParagraphs(text: string, values: Readonly<Record<string, string>>): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '' && !namesIn(paragraph).some((name) => values[name] === ''))
    .map((paragraph) => fill(paragraph, values));
}

/** Words as they are kept: without blanks around them, and without fields that say nothing. */
export function tidied(fields: WordFieldValues): WordFieldValues {
  const said = Object.entries(fields)
    .map(([name, text]) => [name, text.replaceAll('\r\n', '\n').trim()])
    .filter(([, text]) => text !== '');
  return Object.fromEntries(said) as WordFieldValues;
}
