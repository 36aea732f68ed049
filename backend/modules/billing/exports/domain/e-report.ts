import type { EReport, ReportedInvoice, ReportedPayments, ReportedSales } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import { countryOf } from '../../invoices/domain/buyer';
import type { IssuedInvoice } from '../../invoices/domain/invoice';
import { operationOf } from '../../invoices/domain/supply';
import type { BookFact } from './book-fact';
import { moneyByRate, TaxedTotal, turnoverByRate } from './taxed';

interface DaySales {
  date: IsoDate;
  category: ReportedSales['category'];
  transactions: number;
  total: TaxedTotal;
}

/**
 * Gathers what is reported: sales to consumers summed by day and category with their number, sales to businesses
 * abroad one by one, payments of services by day and rate. Exempt training (CGI, art. 261) is outside.
 */
export class EReportBuilder {
  private readonly sales = new Map<string, DaySales>();
  private readonly payments = new Map<IsoDate, TaxedTotal>();
  private readonly international: ReportedInvoice[] = [];

  add(fact: BookFact): void {
    const { invoice } = fact;
    if (invoice.vat.every(({ exemptionCode }) => exemptionCode === 'VATEX-FR-CGI261-4')) return;
    // Between French companies the invoice itself is transmitted.
    if (invoice.buyer.kind === 'company' && countryOf(invoice.buyer) === 'FR') return;
    if (fact.money) this.addPayment(fact);
    else if (invoice.buyer.kind === 'company') this.international.push(foreign(fact));
    else this.addSale(fact);
  }

  report(head: Pick<EReport, 'siren' | 'from' | 'to' | 'vat_on_debits'>): EReport {
    const sales = [...this.sales.values()].map(({ total, ...day }): ReportedSales => {
      const rates = total.rates();
      const sum = (of: 'net_cents' | 'vat_cents') => rates.reduce((cents, rate) => cents + rate[of], 0);
      return { ...day, net_cents: sum('net_cents'), vat_cents: sum('vat_cents'), rates };
    });
    const paid = [...this.payments].filter(([date]) => date >= head.from && date <= head.to);
    return {
      ...head,
      currency: 'EUR',
      vat_cents: sales.reduce((cents, day) => cents + day.vat_cents, 0),
      sales,
      payments: head.vat_on_debits ? [] : paid.sort(([a], [b]) => (a < b ? -1 : 1)).map(toPayments),
      international: this.international,
    };
  }

  private addSale(fact: BookFact): void {
    const category = categoryOf(fact.invoice);
    const key = `${fact.day} ${category}`;
    const day = this.sales.get(key) ?? { date: fact.day, category, transactions: 0, total: new TaxedTotal() };
    day.transactions += 1;
    for (const rate of turnoverByRate(fact)) day.total.add(rate);
    this.sales.set(key, day);
  }

  private addPayment(fact: BookFact): void {
    if (!fact.money || operationOf(fact.invoice.lines) === 'goods') return;
    const total = this.payments.get(fact.money.receivedOn) ?? new TaxedTotal();
    for (const rate of moneyByRate(fact)) total.add(rate);
    this.payments.set(fact.money.receivedOn, total);
  }
}

function categoryOf({ vat, lines }: IssuedInvoice): ReportedSales['category'] {
  if (vat.every(({ category }) => category !== 'S')) return 'TNT1';
  return operationOf(lines) === 'goods' ? 'TLB1' : 'TPS1';
}

function foreign(fact: BookFact): ReportedInvoice {
  const { number, issueDate: date, type, buyer } = fact.invoice;
  return {
    number,
    date,
    type,
    country: countryOf(buyer),
    vat_number: buyer.vatNumber ?? null,
    rates: turnoverByRate(fact),
  };
}

function toPayments([date, total]: [IsoDate, TaxedTotal]): ReportedPayments {
  return {
    date,
    rates: total
      .rates()
      .map(({ rate_bp, net_cents, vat_cents }) => ({ rate_bp, amount_cents: net_cents + vat_cents })),
  };
}
