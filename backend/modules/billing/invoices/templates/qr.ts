import QRCode from 'qrcode';
import { html, trusted, type SafeHtml } from './escape';

/** Light modules around the code, which a reader needs to find it. */
const quiet = 4;

/** A QR code (level M) as one path, with the words that say what it is for. */
export function qrCode(payload: string, label: string): SafeHtml {
  const { modules } = QRCode.create(payload, { errorCorrectionLevel: 'M' });
  const size = modules.size + 2 * quiet;
  const rows = Array.from({ length: modules.size }, (_, row) => rowOf(modules, row));
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}">
    <path d="${trusted(rows.join(''))}" />
  </svg>`;
}

interface Modules {
  size: number;
  get(row: number, column: number): number;
}

/** The dark runs of a row. */
function rowOf(modules: Modules, row: number): string {
  let path = '';
  for (let column = 0; column < modules.size; column += 1) {
    let length = 0;
    while (column + length < modules.size && modules.get(row, column + length)) length += 1;
    if (length > 0) path += `M${column + quiet} ${row + quiet}h${length}v1h-${length}z`;
    column += length;
  }
  return path;
}
