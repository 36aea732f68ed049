import type { TaxedAmount } from '@calmness/contracts';
import { shareByLargestRemainder } from '@calmness/platform/money';
import type { IssuedInvoice } from '../../invoices/domain/invoice';
import type { BookFact } from './book-fact';

/** What an invoice adds by rate: a credit note takes away, deposits and replaced invoices are left out. */
export function turnoverByRate({
  invoice,
  preceding,
}: Pick<BookFact, 'invoice' | 'preceding'>): TaxedAmount[] {
  const sign = invoice.type === '381' ? -1 : 1;
  const total = new TaxedTotal();
  for (const rate of amountsOf(invoice)) total.add(rate, sign);
  for (const other of preceding) for (const rate of amountsOf(other)) total.add(rate, -1);
  return total.rates();
}

/**
 * The part of each rate in money that came. Payments of one invoice are shared together, so that they sum to its
 * tax, to the cent, once it is paid.
 */
export function moneyByRate(fact: BookFact): TaxedAmount[] {
  if (!fact.money) return [];
  const { amountCents, beforeCents } = fact.money;
  const own = fact.invoice.type === '380' ? turnoverByRate(fact) : amountsOf(fact.invoice);
  const sold = own.filter(({ net_cents: net, vat_cents: vat }) => net >= 0 && vat >= 0);
  const weights = sold.flatMap(({ net_cents: net, vat_cents: vat }) => [net, vat]);
  const before = shareByLargestRemainder(beforeCents, weights);
  const after = shareByLargestRemainder(beforeCents + Math.abs(amountCents), weights);
  const part = (index: number) => Math.sign(amountCents) * ((after[index] ?? 0) - (before[index] ?? 0));
  return sold.map((rate, index) => ({ ...rate, net_cents: part(2 * index), vat_cents: part(2 * index + 1) }));
}

/** Sums by category and rate, the highest rate first. */
export class TaxedTotal {
  private readonly sums = new Map<string, TaxedAmount>();

  add({ category, rate_bp, net_cents, vat_cents }: TaxedAmount, sign = 1): void {
    const key = `${category}:${rate_bp ?? ''}`;
    const sum = this.sums.get(key) ?? { category, rate_bp, net_cents: 0, vat_cents: 0 };
    sum.net_cents += sign * net_cents;
    sum.vat_cents += sign * vat_cents;
    this.sums.set(key, sum);
  }

  rates(): TaxedAmount[] {
    return [...this.sums.values()].sort((a, b) => (b.rate_bp ?? -1) - (a.rate_bp ?? -1));
  }
}

function amountsOf({ vat }: IssuedInvoice): TaxedAmount[] {
  return vat.map(({ category, rateBp, baseCents, vatCents }) => ({
    ...{ category, rate_bp: rateBp, net_cents: baseCents, vat_cents: vatCents },
  }));
}
