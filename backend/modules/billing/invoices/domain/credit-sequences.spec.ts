import { describe, expect, it } from 'vitest';
import type { PriceMode } from '@calmness/contracts';
import { amountOfLine, creditable, creditTotals, overdrawn } from './credit';
import type { CreditableInvoice, CreditedLine, CreditedSoFar } from './credit';
import { taxOf, totalsOf, vatKey, type InvoiceTotals, type SoldLine } from './totals';

const rates = [2_000, 1_000, 550, 210, 850, 2_100, null] as const;

/** Mulberry32: the same invoices every time, so that a failure can be looked at again. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function randomLine(roll: (below: number) => number): SoldLine {
  const rateBp = rates[roll(rates.length)] ?? null;
  const unitPriceCents = 1 + roll(roll(2) === 0 ? 100 : 200_000);
  const quantityMilli = roll(3) === 0 ? 1 + roll(9_999) : 1_000 * (1 + roll(5));
  const priceCents = Math.floor((quantityMilli * unitPriceCents * 2 + 1_000) / 2_000);
  const discountCents = roll(3) === 0 ? roll(priceCents + 1) : 0;
  return {
    ...{ label: 'Offre', detail: null, quantityMilli, unitPriceCents, discountCents },
    discountReason: discountCents > 0 ? 'Fidélité' : null,
    supplyKind: 'live',
    vat: {
      ...{ category: rateBp === null ? 'E' : 'S', rateBp, exemptionText: null },
      exemptionCode: rateBp === null ? 'VATEX-FR-FRANCHISE' : null,
    },
  };
}

function randomInvoice(roll: (below: number) => number): CreditableInvoice {
  const priceMode: PriceMode = roll(2) === 0 ? 'TTC' : 'HT';
  const sold = Array.from({ length: 1 + roll(5) }, () => randomLine(roll));
  return { ...totalsOf(sold, priceMode), priceMode };
}

/** Some of what is left: whole lines, parts of lines, and in the end all of it. */
function randomCredit(left: CreditedLine[], roll: (below: number) => number): CreditedLine[] {
  if (roll(4) === 0) return left;
  const chosen = left.filter(() => roll(2) === 0);
  return (chosen.length > 0 ? chosen : left.slice(0, 1)).map(({ position, amountCents }) => ({
    position,
    amountCents: roll(3) === 0 ? amountCents : 1 + roll(amountCents),
  }));
}

function soFar(notes: readonly InvoiceTotals[]): CreditedSoFar {
  const [lines, found] = [
    new Map<number, number>(),
    new Map<string, { baseCents: number; vatCents: number }>(),
  ];
  for (const note of notes) {
    for (const { ofPosition, amountCents } of note.lines)
      lines.set(ofPosition ?? 0, (lines.get(ofPosition ?? 0) ?? 0) + (amountCents ?? 0));
    for (const rate of note.vat) {
      const { baseCents, vatCents } = found.get(vatKey(rate)) ?? { baseCents: 0, vatCents: 0 };
      found.set(vatKey(rate), { baseCents: baseCents + rate.baseCents, vatCents: vatCents + rate.vatCents });
    }
  }
  return { lines, rates: found };
}

const sum = (values: readonly number[]) => values.reduce((left, right) => left + right, 0);

/** What is wrong with one invoice credited to its last cent by notes of any size; empty when nothing is. */
function faultsOf(seed: number): string[] {
  const roll = dice(seed);
  const invoice = randomInvoice(roll);
  const [faults, notes] = [invoiceFaults(invoice), [] as InvoiceTotals[]];
  for (
    let left = creditable(invoice, soFar(notes));
    left.length > 0;
    left = creditable(invoice, soFar(notes))
  ) {
    const asked = randomCredit(left, roll);
    if (overdrawn(left, asked).length > 0) faults.push('a random credit is overdrawn');
    const note = creditTotals(invoice, soFar(notes), asked);
    faults.push(...noteFaults(invoice, note));
    notes.push(note);
  }
  return [...faults, ...leftovers(invoice, notes)];
}

function invoiceFaults({ lines, vat, priceMode, totalCents }: CreditableInvoice): string[] {
  const faults: string[] = [];
  for (const rate of vat) {
    const members = lines.filter((line) => line.vatCategory === rate.category && line.rateBp === rate.rateBp);
    if (sum(members.map(({ netCents }) => netCents)) !== rate.baseCents)
      faults.push('lines are not the base');
    if (members.some(({ netCents }) => netCents < 0)) faults.push('a line is negative');
    const tax = taxOf(sum(members.map(({ amountCents }) => amountCents ?? 0)), rate.rateBp, priceMode);
    if (tax.vatCents !== rate.vatCents || tax.baseCents !== rate.baseCents)
      faults.push('tax is rounded twice');
  }
  if (sum(vat.map(({ baseCents, vatCents }) => baseCents + vatCents)) !== totalCents) faults.push('total');
  return faults;
}

function noteFaults({ priceMode }: CreditableInvoice, note: InvoiceTotals): string[] {
  const faults: string[] = [];
  for (const { baseCents, vatCents, rateBp, category } of note.vat) {
    const members = note.lines.filter((line) => line.vatCategory === category && line.rateBp === rateBp);
    const natural = taxOf(sum(members.map(({ amountCents }) => amountCents ?? 0)), rateBp, priceMode);
    if (Math.abs(natural.vatCents - vatCents) > 1)
      faults.push(`VAT ${vatCents} is not near ${natural.vatCents}`);
    if (baseCents < 0 || vatCents < 0) faults.push('a note is negative');
    if (sum(members.map(({ netCents }) => netCents)) !== baseCents)
      faults.push('lines of a note are not its base');
  }
  return faults;
}

function leftovers(invoice: CreditableInvoice, notes: readonly InvoiceTotals[]): string[] {
  const { lines, rates: found } = soFar(notes);
  const faults = invoice.lines
    .filter((line) => (lines.get(line.position) ?? 0) !== amountOfLine(invoice, line))
    .map(({ position }) => `line ${position} keeps a cent`);
  for (const rate of invoice.vat) {
    const credited = found.get(vatKey(rate)) ?? { baseCents: 0, vatCents: 0 };
    if (credited.baseCents !== rate.baseCents || credited.vatCents !== rate.vatCents)
      faults.push(`rate ${vatKey(rate)} keeps a cent`);
  }
  if (sum(notes.map(({ totalCents }) => totalCents)) !== invoice.totalCents)
    faults.push('the total keeps a cent');
  return faults;
}

describe('ten thousand invoices, each credited in any order to its last cent', () => {
  it('lose no cent: by line, by rate, in total; each note is taxed as a sale of its own, to a cent (I5, I6)', () => {
    const wrong: Record<number, string[]> = {};
    for (let seed = 1; seed <= 10_000; seed += 1) {
      const faults = faultsOf(seed);
      if (faults.length > 0) wrong[seed] = faults;
    }
    expect(wrong).toEqual({});
  });
});
