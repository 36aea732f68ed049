/** The plain Markdown of the legal texts, as data. Nothing becomes HTML: Angular renders each piece itself. */
export type Inline =
  | { kind: 'text' | 'strong' | 'em'; text: string }
  | { kind: 'link'; text: string; href: string; inApp: boolean };

export type Block =
  | { kind: 'heading'; level: 2 | 3 | 4; inlines: Inline[] }
  | { kind: 'paragraph'; inlines: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] };

const inlinePattern = /\*\*(.+?)\*\*|\*(.+?)\*|\[([^\]]+)\]\(([^)\s]+)\)/g;
const headingPattern = /^(#{1,6})\s+(.*)$/;
const itemPattern = /^\s*(?:[-*]|(\d+)\.)\s+(.*)$/;

/** Only these may be followed; anything else stays text. */
function isSafe(href: string): boolean {
  return /^(https?:\/\/|mailto:|\/(?!\/))/.test(href);
}

function inlineOf(match: RegExpExecArray): Inline {
  const [whole, strong, em, label, href] = match;
  if (strong !== undefined) {
    return { kind: 'strong', text: strong };
  }
  if (em !== undefined) {
    return { kind: 'em', text: em };
  }
  return label !== undefined && href !== undefined && isSafe(href)
    ? { kind: 'link', text: label, href, inApp: href.startsWith('/') }
    : { kind: 'text', text: label ?? whole };
}

export function parseInlines(text: string): Inline[] {
  const inlines: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(inlinePattern)) {
    if (match.index > at) {
      inlines.push({ kind: 'text', text: text.slice(at, match.index) });
    }
    inlines.push(inlineOf(match));
    at = match.index + match[0].length;
  }
  return at < text.length ? [...inlines, { kind: 'text', text: text.slice(at) }] : inlines;
}

/** The page already shows the title as its `h1`: headings of the text start at `h2`. */
function levelOf(hashes: string): 2 | 3 | 4 {
  return hashes.length <= 2 ? 2 : hashes.length === 3 ? 3 : 4;
}

function blockOf(chunk: string): Block[] {
  const lines = chunk.split('\n').filter((line) => line.trim() !== '');
  const [first, ...rest] = lines;
  if (first === undefined) {
    return [];
  }
  const heading = headingPattern.exec(first);
  if (heading) {
    const [, hashes = '##', text = ''] = heading;
    return [
      { kind: 'heading', level: levelOf(hashes), inlines: parseInlines(text) },
      ...blockOf(rest.join('\n')),
    ];
  }
  const lead = lines.findIndex((line) => itemPattern.test(line));
  if (lead === 0) {
    return [listOf(lines)];
  }
  const spoken = lead === -1 ? lines : lines.slice(0, lead);
  const listed = lead === -1 ? [] : [listOf(lines.slice(lead))];
  return [
    { kind: 'paragraph', inlines: parseInlines(spoken.map((line) => line.trim()).join(' ')) },
    ...listed,
  ];
}

function listOf(lines: string[]): Block {
  const items: string[] = [];
  for (const line of lines) {
    const item = itemPattern.exec(line);
    if (item) {
      items.push(item[2] ?? '');
    } else {
      items.push(`${items.pop() ?? ''} ${line.trim()}`);
    }
  }
  const ordered = itemPattern.exec(lines[0] ?? '')?.[1] !== undefined;
  return { kind: 'list', ordered, items: items.map(parseInlines) };
}

export function parseMarkdown(text: string): Block[] {
  return text
    .replaceAll('\r', '')
    .split(/\n{2,}/)
    .flatMap(blockOf);
}
