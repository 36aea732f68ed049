const ellipsis = '…';

/** The text itself, or as many whole words of it as fit with an ellipsis. Lengths are UTF-16 units, as vendors count. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${wholeWords(text, limit - ellipsis.length)}${ellipsis}`;
}

/** At most `room` units of a longer text: without the word that is cut through, nor half of a character. */
function wholeWords(text: string, room: number): string {
  const space = text.slice(0, room + 1).search(/\s\S*$/);
  const kept = space > room / 2 ? space : room;
  return text
    .slice(0, kept)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}

const piece = /<\/?([a-z][\w-]*)[^>]*>|&(?:#\w+|\w+);|[^<&]+|[<&]/gi;

/**
 * Telegram's HTML cut so that at most `limit` characters are seen: tags count nothing and are closed, an entity
 * counts one and is never split.
 */
export function cutHtml(html: string, limit: number): string {
  if (seenLength(html) <= limit) return html;
  const open: string[] = [];
  let left = limit - ellipsis.length;
  let cut = '';
  for (const [token, tag] of html.matchAll(piece)) {
    if (tag) {
      if (token.startsWith('</')) open.pop();
      else open.push(tag);
      cut += token;
      continue;
    }
    const size = sizeOf(token);
    if (size > left) {
      if (!token.startsWith('&')) cut += wholeWords(token, left);
      break;
    }
    cut += token;
    left -= size;
  }
  return `${cut}${ellipsis}${open
    .reverse()
    .map((tag) => `</${tag}>`)
    .join('')}`;
}

const sizeOf = (token: string): number => (token.startsWith('&') ? 1 : token.length);

function seenLength(html: string): number {
  let length = 0;
  for (const [token, tag] of html.matchAll(piece)) length += tag ? 0 : sizeOf(token);
  return length;
}
