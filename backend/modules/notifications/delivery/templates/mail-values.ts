/** Control characters but the line break, and what turns the direction of a text for what follows it. */
const unprintable = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu;
/** Letters written from right to left. */
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const firstStrongIsolate = '\u2068';
const popIsolate = '\u2069';

/** A mailbox shows less; the rest only hides what comes after. */
const longestHeading = 180;

/** A link a mail must not carry. It names none: the link may be a secret. */
export class UnsafeMailLink extends Error {
  override readonly name = 'UnsafeMailLink';
}

/**
 * A value as it may stand inside a sentence: whole characters, no control character, and its direction
 * kept to itself (Unicode bidi isolates), so that an Arabic name does not reorder the words around it.
 */
export function cleanText(value: string): string {
  const clean = value.toWellFormed().replace(/\r\n?/g, '\n').replace(unprintable, '').trim();
  return rightToLeft.test(clean) ? `${firstStrongIsolate}${clean}${popIsolate}` : clean;
}

/** One line: a line break in a name must not start a header. */
export function oneLine(value: string): string {
  return value.replace(/[\r\n\t\u2028\u2029 ]+/g, ' ').trim();
}

/** One line that a mailbox can show, cut between characters when it is longer. */
export function heading(value: string): string {
  const characters = [...oneLine(value)];
  if (characters.length <= longestHeading) return characters.join('');
  return `${characters
    .slice(0, longestHeading - 1)
    .join('')
    .trimEnd()}…`;
}

/**
 * The link, when a mail may carry it: https, or a page of this house wherever it runs.
 * @throws UnsafeMailLink for anything else, and for a link with a user name or a blank in it
 */
export function safeLink(link: string, baseUrl: string): string {
  const url = URL.parse(link);
  if (!url || /\s/.test(link)) throw new UnsafeMailLink('not an address');
  if (url.username || url.password) throw new UnsafeMailLink('an address with credentials');
  const ours = url.origin === new URL(baseUrl).origin;
  if (url.protocol !== 'https:' && !ours) throw new UnsafeMailLink('neither https nor this house');
  return link;
}
