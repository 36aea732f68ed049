import type { PriceMode } from '@calmness/contracts';
import { shareByLargestRemainder } from '@calmness/platform/money';
import type { IssuedInvoice } from './invoice';
import {
  sumsOf,
  taxOf,
  unitNet,
  vatKey,
  type InvoiceLine,
  type InvoiceTotals,
  type InvoiceVat,
} from './totals';

/** A line to credit, or a part of it: EUR cents in the invoice's price mode. */
export interface CreditedLine {
  position: number;
  amountCents: number;
}
/** What earlier credit notes took from an invoice. */
export interface CreditedSoFar {
  /** By position, in the invoice's price mode. */
  lines: ReadonlyMap<number, number>;
  /** By `vatKey`. */
  rates: ReadonlyMap<string, { baseCents: number; vatCents: number }>;
}
export type CreditableInvoice = Pick<IssuedInvoice, 'lines' | 'vat' | 'priceMode' | 'totalCents'>;

/** What a line cost in the invoice's price mode. The oldest invoices have one line, which is the total. */
export function amountOfLine(invoice: CreditableInvoice, line: InvoiceLine): number {
  return line.amountCents ?? invoice.totalCents;
}

/** What is left to credit on each line, lines that are credited whole left out. */
export function creditable(invoice: CreditableInvoice, credited: CreditedSoFar): CreditedLine[] {
  return invoice.lines
    .map((line) => ({
      position: line.position,
      amountCents: amountOfLine(invoice, line) - (credited.lines.get(line.position) ?? 0),
    }))
    .filter(({ amountCents }) => amountCents > 0);
}

/** Lines asked for that do not exist, are asked for twice, or for more than is left. */
export function overdrawn(left: readonly CreditedLine[], asked: readonly CreditedLine[]): CreditedLine[] {
  const leftOf = new Map(left.map(({ position, amountCents }) => [position, amountCents]));
  return asked.filter(
    ({ position, amountCents }, index) =>
      amountCents <= 0 ||
      amountCents > (leftOf.get(position) ?? 0) ||
      asked.findIndex((other) => other.position === position) !== index,
  );
}

/**
 * Totals of a credit note. Each is taxed like a sale of its own; whoever credits the rest of a rate takes
 * what is left of its tax, so that the notes of an invoice sum to the invoice, to the cent (I6).
 */
export function creditTotals(
  invoice: CreditableInvoice,
  credited: CreditedSoFar,
  asked: readonly CreditedLine[],
): InvoiceTotals {
  const left = new Map(creditable(invoice, credited).map((line) => [line.position, line.amountCents]));
  const askedOf = new Map(asked.map(({ position, amountCents }) => [position, amountCents]));
  const vat: InvoiceVat[] = [];
  const lines: InvoiceLine[] = [];
  for (const owed of invoice.vat) {
    const members = invoice.lines.filter((line) => vatKey(keyOf(line)) === vatKey(owed));
    const chosen = members.filter(({ position }) => askedOf.has(position));
    if (chosen.length === 0) continue;
    const weights = chosen.map(({ position }) => askedOf.get(position) ?? 0);
    const rest = sum(members.map(({ position }) => left.get(position) ?? 0)) - sum(weights);
    const tax = share(
      owed,
      credited.rates.get(vatKey(owed)),
      { asked: sum(weights), rest },
      invoice.priceMode,
    );
    const shares = shareByLargestRemainder(tax.baseCents, weights);
    chosen.forEach((line, index) =>
      lines.push(
        creditLine(invoice, line, { amountCents: weights[index] ?? 0, netCents: shares[index] ?? 0 }),
      ),
    );
    vat.push({ ...owed, position: vat.length + 1, ...tax });
  }
  const numbered = lines
    .sort((a, b) => (a.ofPosition ?? 0) - (b.ofPosition ?? 0))
    .map((line, index) => ({ ...line, position: index + 1 }));
  return { lines: numbered, vat, ...sumsOf(vat) };
}

/**
 * Tax of one rate. Never so far from the natural rounding that the next notes could not make up for it:
 * what stays owed is always the tax of what stays to be credited, to a cent.
 */
function share(
  owed: InvoiceVat,
  credited: { baseCents: number; vatCents: number } | undefined,
  { asked, rest }: { asked: number; rest: number },
  mode: PriceMode,
): { baseCents: number; vatCents: number } {
  const vatLeft = owed.vatCents - (credited?.vatCents ?? 0);
  if (rest === 0) return { baseCents: owed.baseCents - (credited?.baseCents ?? 0), vatCents: vatLeft };
  const natural = taxOf(asked, owed.rateBp, mode);
  const fair = vatLeft - taxOf(rest, owed.rateBp, mode).vatCents;
  const vatCents = clamp(clamp(natural.vatCents, fair - 1, fair + 1), 0, vatLeft);
  return { baseCents: natural.baseCents + (mode === 'TTC' ? natural.vatCents - vatCents : 0), vatCents };
}

function creditLine(
  invoice: CreditableInvoice,
  line: InvoiceLine,
  { amountCents, netCents }: { amountCents: number; netCents: number },
): InvoiceLine {
  const whole = amountCents === amountOfLine(invoice, line);
  const quantity = whole ? line.quantity : '1.000';
  return {
    ...line,
    ...{ quantity, netCents, amountCents },
    unitNet: unitNet(netCents, Number(quantity.replace('.', ''))),
    discountCents: 0,
    discountReason: null,
    ofPosition: line.position,
  };
}

function keyOf({ vatCategory, rateBp }: InvoiceLine): Pick<InvoiceVat, 'category' | 'rateBp'> {
  return { category: vatCategory, rateBp };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

function sum(values: readonly number[]): number {
  return values.reduce((left, right) => left + right, 0);
}
