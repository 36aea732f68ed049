const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made harmless inside HTML, attributes included. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** HTML that was built by `html`, and therefore needs no escaping. */
export class SafeHtml {
  constructor(readonly text: string) {}
}

type Piece = string | number | null | undefined | SafeHtml | readonly SafeHtml[];

/** Tagged template: every value is escaped, pieces made by `html` itself are kept, null prints nothing. */
export function html(strings: TemplateStringsArray, ...pieces: Piece[]): SafeHtml {
  const text = strings.map((part, index) => part + render(pieces[index])).join('');
  return new SafeHtml(text);
}

/** Text we wrote ourselves: a stylesheet, a base64 font. */
export function trusted(text: string): SafeHtml {
  return new SafeHtml(text);
}

function render(piece: Piece): string {
  if (piece === null || piece === undefined) return '';
  if (piece instanceof SafeHtml) return piece.text;
  if (typeof piece === 'object') return piece.map((inner) => inner.text).join('');
  return escapeHtml(String(piece));
}
