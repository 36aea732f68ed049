import type { PriceMode, SupplyKind } from '@calmness/contracts';
import { shareByLargestRemainder, vatInGross, vatOnNet } from '@calmness/platform/money';

/** EN 16931: S taxed at a rate, E exempt, AE reverse charge, O outside French VAT, G export. */
export const vatCategories = ['S', 'E', 'AE', 'O', 'G'] as const;
export type VatCategory = (typeof vatCategories)[number];

/** How a line is taxed: a rate in basis points for S, the reason of none for the others. */
export interface LineVat {
  category: VatCategory;
  rateBp: number | null;
  /** VATEX code, for a category without tax. */
  exemptionCode: string | null;
  /** The words printed for it. */
  exemptionText: string | null;
}
export interface SoldLine {
  label: string;
  detail: string | null;
  /** Thousandths of a piece. */
  quantityMilli: number;
  /** EUR cents, in the invoice's price mode. */
  unitPriceCents: number;
  /** Taken off the line, EUR cents, in the invoice's price mode. */
  discountCents: number;
  discountReason: string | null;
  supplyKind: SupplyKind;
  vat: LineVat;
}
export interface InvoiceLine {
  position: number;
  label: string;
  detail: string | null;
  /** Three decimals. */
  quantity: string;
  /** EUR before discount and tax, six decimals. */
  unitNet: string;
  /** After discount, before tax. */
  netCents: number;
  vatCategory: VatCategory;
  rateBp: number | null;
  /** Taken off before tax. */
  discountCents: number;
  discountReason: string | null;
  /** What the line costs in the invoice's price mode; null on the oldest invoices. */
  amountCents: number | null;
  /** On a credit note: the line of the invoice it credits. */
  ofPosition: number | null;
  /** Null on the oldest invoices, which sold live teaching. */
  supplyKind: SupplyKind | null;
}
export interface InvoiceVat {
  position: number;
  category: VatCategory;
  rateBp: number | null;
  baseCents: number;
  vatCents: number;
  exemptionCode: string | null;
  exemptionText: string | null;
}
export interface InvoiceTotals {
  lines: InvoiceLine[];
  vat: InvoiceVat[];
  netCents: number;
  vatCents: number;
  totalCents: number;
}

/** Lines taxed alike share one base and one rounding. */
export function vatKey({ category, rateBp }: Pick<LineVat, 'category' | 'rateBp'>): string {
  return `${category}:${rateBp ?? ''}`;
}

/** Price of a line in the invoice's price mode after its discount, EUR cents, half up. */
export function amountOf({
  quantityMilli,
  unitPriceCents,
  discountCents,
}: Pick<SoldLine, 'quantityMilli' | 'unitPriceCents' | 'discountCents'>): number {
  return Math.floor((quantityMilli * unitPriceCents * 2 + 1_000) / 2_000) - discountCents;
}

/**
 * VAT once per rate, half up. With TTC prices the base is the difference, shared over the lines by largest
 * remainder: the price a member pays is never touched by a rounding. With HT prices the base is the sum.
 */
export function totalsOf(sold: readonly SoldLine[], mode: PriceMode): InvoiceTotals {
  const amounts = sold.map(amountOf);
  const net = new Array<number>(sold.length).fill(0);
  const vat = groupsOf(sold).map(({ rate, members }, index): InvoiceVat => {
    const weights = members.map((position) => amounts[position] ?? 0);
    const { baseCents, vatCents } = taxOf(sum(weights), rate.rateBp, mode);
    const shares = shareByLargestRemainder(baseCents, weights);
    members.forEach((position, rank) => (net[position] = shares[rank] ?? 0));
    return { position: index + 1, ...rate, baseCents, vatCents };
  });
  const lines = sold.map((line, index) => ({
    ...toLine(line, mode, net[index] ?? 0),
    position: index + 1,
    amountCents: amounts[index] ?? 0,
  }));
  return { lines, vat, ...sumsOf(vat) };
}

/** Base and tax of an amount in a price mode. */
export function taxOf(
  amountCents: number,
  rateBp: number | null,
  mode: PriceMode,
): { baseCents: number; vatCents: number } {
  if (rateBp === null) return { baseCents: amountCents, vatCents: 0 };
  if (mode === 'HT') return { baseCents: amountCents, vatCents: vatOnNet(amountCents, rateBp) };
  const vatCents = vatInGross(amountCents, rateBp);
  return { baseCents: amountCents - vatCents, vatCents };
}

export function sumsOf(vat: readonly InvoiceVat[]): Omit<InvoiceTotals, 'lines' | 'vat'> {
  const netCents = sum(vat.map((rate) => rate.baseCents));
  const vatCents = sum(vat.map((rate) => rate.vatCents));
  return { netCents, vatCents, totalCents: netCents + vatCents };
}

/** The highest rate first, untaxed lines last. */
function groupsOf(sold: readonly SoldLine[]): { rate: LineVat; members: number[] }[] {
  const groups = new Map<string, { rate: LineVat; members: number[] }>();
  sold.forEach(({ vat }, position) => {
    const { category, rateBp, exemptionCode, exemptionText } = vat;
    const group = groups.get(vatKey(vat)) ?? {
      rate: { category, rateBp, exemptionCode, exemptionText },
      members: [],
    };
    group.members.push(position);
    groups.set(vatKey(vat), group);
  });
  return [...groups.values()].sort((a, b) => (b.rate.rateBp ?? -1) - (a.rate.rateBp ?? -1));
}

function toLine(
  sold: SoldLine,
  mode: PriceMode,
  netCents: number,
): Omit<InvoiceLine, 'position' | 'amountCents'> {
  const { label, detail, quantityMilli, discountReason, supplyKind, vat } = sold;
  const discountCents = taxOf(sold.discountCents, vat.rateBp, mode).baseCents;
  return {
    ...{ label, detail, netCents, discountCents, discountReason, supplyKind },
    quantity: decimal(BigInt(quantityMilli), 3),
    unitNet: unitNet(netCents + discountCents, quantityMilli),
    vatCategory: vat.category,
    rateBp: vat.rateBp,
    ofPosition: null,
  };
}

/** Net price of one piece, EUR with six decimals, half up, without a float. */
export function unitNet(netCents: number, quantityMilli: number): string {
  const pieces = BigInt(quantityMilli);
  return decimal((BigInt(netCents) * 20_000_000n + pieces) / (2n * pieces), 6);
}

function decimal(scaled: bigint, digits: number): string {
  const scale = 10n ** BigInt(digits);
  return `${scaled / scale}.${String(scaled % scale).padStart(digits, '0')}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((left, right) => left + right, 0);
}
