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
 * HTML cut to `limit` characters, its tags closed and no entity split. Everything counts, tags included, though
 * Telegram counts only what is seen: what fits here fits there.
 */
export function cutHtml(html: string, limit: number): string {
  if (html.length <= limit) return html;
  const open: string[] = [];
  let left = limit - ellipsis.length;
  let cut = '';
  for (const [token, tag] of html.matchAll(piece)) {
    const closes = token.startsWith('</');
    // The end of a tag is paid for with its beginning.
    const price = closes ? 0 : token.length + (tag ? closing(tag).length : 0);
    if (price > left) {
      if (!tag && !token.startsWith('&')) cut += wholeWords(token, left);
      break;
    }
    if (closes) open.pop();
    else if (tag) open.push(tag);
    cut += token;
    left -= price;
  }
  return `${cut}${ellipsis}${open.reverse().map(closing).join('')}`;
}

const closing = (tag: string): string => `</${tag}>`;
