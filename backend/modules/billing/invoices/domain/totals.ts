import { shareByLargestRemainder, vatInGross } from '@calmness/platform/money';

/** EN 16931: S is taxed at a rate, E is exempt. */
export type VatCategory = 'S' | 'E';

/** Something sold at a price all taxes included. */
export interface SoldLine {
  label: string;
  detail: string | null;
  /** Whole pieces. */
  quantity: number;
  unitGrossCents: number;
  /** Basis points; null when no VAT applies. */
  rateBp: number | null;
}
export interface InvoiceLine {
  position: number;
  label: string;
  detail: string | null;
  /** Three decimals. */
  quantity: string;
  /** EUR, six decimals. */
  unitNet: string;
  netCents: number;
  vatCategory: VatCategory;
  rateBp: number | null;
}
export interface InvoiceVat {
  position: number;
  category: VatCategory;
  rateBp: number | null;
  baseCents: number;
  vatCents: number;
}
export interface InvoiceTotals {
  lines: InvoiceLine[];
  vat: InvoiceVat[];
  netCents: number;
  vatCents: number;
  totalCents: number;
}

/**
 * Totals of TTC prices: VAT once per rate, half up, the base is the difference and is shared over the
 * lines by largest remainder. The price a member pays is never touched by a rounding.
 */
export function totalsOf(sold: readonly SoldLine[]): InvoiceTotals {
  const gross = sold.map((line) => line.quantity * line.unitGrossCents);
  const rates = [...new Set(sold.map((line) => line.rateBp))].sort((a, b) => (b ?? -1) - (a ?? -1));
  const net = new Array<number>(sold.length).fill(0);
  const vat = rates.map((rateBp, index): InvoiceVat => {
    const members = sold.flatMap((line, position) => (line.rateBp === rateBp ? [position] : []));
    const weights = members.map((position) => gross[position] ?? 0);
    const rateGross = sum(weights);
    const vatCents = rateBp === null ? 0 : vatInGross(rateGross, rateBp);
    const shares = shareByLargestRemainder(rateGross - vatCents, weights);
    members.forEach((position, rank) => (net[position] = shares[rank] ?? 0));
    return {
      position: index + 1,
      category: categoryOf(rateBp),
      rateBp,
      baseCents: rateGross - vatCents,
      vatCents,
    };
  });
  const lines = sold.map((line, index) => toLine(line, index + 1, net[index] ?? 0));
  const netCents = sum(vat.map((rate) => rate.baseCents));
  const vatCents = sum(vat.map((rate) => rate.vatCents));
  return { lines, vat, netCents, vatCents, totalCents: netCents + vatCents };
}

function toLine(sold: SoldLine, position: number, netCents: number): InvoiceLine {
  return {
    position,
    label: sold.label,
    detail: sold.detail,
    quantity: `${sold.quantity}.000`,
    unitNet: unitNet(netCents, sold.quantity),
    netCents,
    vatCategory: categoryOf(sold.rateBp),
    rateBp: sold.rateBp,
  };
}

/** Net price of one piece, EUR with six decimals, half up, without a float. */
function unitNet(netCents: number, quantity: number): string {
  const millionths = (BigInt(netCents) * 20_000n + BigInt(quantity)) / (2n * BigInt(quantity));
  return `${millionths / 1_000_000n}.${String(millionths % 1_000_000n).padStart(6, '0')}`;
}

function categoryOf(rateBp: number | null): VatCategory {
  return rateBp === null ? 'E' : 'S';
}

function sum(values: readonly number[]): number {
  return values.reduce((left, right) => left + right, 0);
}
