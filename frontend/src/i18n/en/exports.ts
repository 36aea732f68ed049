import type { AccountCode, ClosingPeriod } from '@calmness/contracts';
import type { bookkeeping as french } from '../fr/exports';

const periods: Record<ClosingPeriod, string> = { day: 'Days', month: 'Months', year: 'Years' };
const accounts: Record<AccountCode, string> = {
  customer: 'Customers',
  'customer-credit': 'Credit notes to refund',
  deposit: 'Deposits received',
  services: 'Services sold',
  goods: 'Goods sold',
  'vat-2000': 'VAT at 20%',
  'vat-1000': 'VAT at 10%',
  'vat-850': 'VAT at 8.5%',
  'vat-550': 'VAT at 5.5%',
  'vat-210': 'VAT at 2.1%',
  'vat-oss': 'VAT of other countries (one-stop shop)',
  'method-bank_transfer': 'Bank transfers',
  'method-crypto': 'Crypto-assets',
  'method-mobile_money': 'Mobile money',
  'method-paypal': 'PayPal',
};

export const bookkeeping: typeof french = {
  lead: 'Closings, entries and declarations, ready for the accountant.',
  closings: {
    title: 'Closings',
    lead: 'Each day is closed at 00:10, then the month and the year; nothing is added afterwards.',
    period: 'Period',
    periods,
    empty: 'No closing yet',
    emptyReason: 'The first one is made in the night after the first invoice.',
    columns: {
      day: 'Period',
      invoices: 'Invoices',
      credits: 'Credit notes',
      net: 'Excl. tax',
      vat: 'VAT',
      total: 'Incl. tax',
      perpetual: 'Perpetual total',
    },
    chart: 'Perpetual total',
    summary: (total: string, moved: string) =>
      `${total} invoiced since the first invoice, less credit notes; ${moved} of movements in all.`,
    table: 'See as a table',
    turnover: 'Turnover incl. tax',
  },
  downloads: {
    title: 'Downloads',
    lead: 'Each download is written in the audit log.',
    from: 'From',
    to: 'To',
    year: 'Year',
    journal: 'Sales journal (CSV)',
    ereporting: 'E-reporting (JSON)',
    fec: 'FEC of the year',
    archive: 'Archive of the year (ZIP)',
    received: (text: string) => `${text} received`,
    done: 'File ready',
  },
  vat: {
    title: 'VAT collected',
    debits: 'On debits',
    cash: 'On cash received',
    month: 'Month',
    rate: 'Rate',
    base: 'Base excl. tax',
    tax: 'VAT',
    untaxed: 'No VAT',
    none: 'Nothing to declare that year',
    noneReason: 'Choose another year.',
    rule: (debits: boolean): string =>
      debits
        ? 'The academy opted for payment on debits: the day of the invoice counts.'
        : 'The tax is due when the money comes: the day of the payment counts.',
  },
  accounts: {
    title: 'Accounts of the FEC',
    lead: 'Where each fact is booked. A change holds for the next exports.',
    names: accounts,
    account: 'Account',
    label: 'Label',
    edit: (name: string) => `Edit: ${name}`,
    saved: 'Account saved',
    hint: 'At least three digits, at most twelve characters',
  },
};
