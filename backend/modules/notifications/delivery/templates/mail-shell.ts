import shell from './mail-shell.mjml';

/** What the shell asks for: a text, or as many fillings of a part as there are. */
export interface Slots {
  readonly [name: string]: string | readonly Slots[];
}

/** `{{name}}`, or `{{#part}} … {{/part}}` written once for each filling. */
const slot = /\{\{ ?#(\w+) ?\}\}([^]*?)\{\{ ?\/\1 ?\}\}|\{\{ ?(\w+) ?\}\}/g;

/** Text as HTML shows it; a name may hold anything. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/**
 * The layout of every mail, filled. What is filled in is text, always escaped, and never read for slots.
 * @throws Error for a slot that was given nothing: the shell and the layout no longer agree
 */
export function fillShell(slots: Slots): string {
  return fill(shell, slots);
}

function fill(html: string, slots: Slots): string {
  return html.replace(slot, (_all, part: string | undefined, inside: string, name: string) => {
    if (part === undefined) return escapeHtml(textOf(slots, name));
    return fillingsOf(slots, part)
      .map((filling) => fill(inside, { ...slots, ...filling }))
      .join('');
  });
}

function textOf(slots: Slots, name: string): string {
  const value = slots[name];
  if (typeof value !== 'string') throw new Error(`The mail layout has no text for ${name}`);
  return value;
}

function fillingsOf(slots: Slots, name: string): readonly Slots[] {
  const value = slots[name];
  if (!Array.isArray(value)) throw new Error(`The mail layout has no list for ${name}`);
  return value as readonly Slots[];
}
