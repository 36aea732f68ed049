import type { IsoDateText, IsoInstantText, Page } from './primitives';
import { paymentMethodCodes, type PaymentMethodCode } from './states';

export const closingPeriods = ['day', 'month', 'year'] as const;
export type ClosingPeriod = (typeof closingPeriods)[number];

/** Turnover at one rate, EUR cents; credit notes are taken away. */
export interface TaxedAmount {
  /** EN 16931 category: S taxed, E exempt, AE reverse charge, O outside, G export. */
  category: string;
  rate_bp: number | null;
  net_cents: number;
  vat_cents: number;
}
export interface ClosingView {
  seq: number;
  period: ClosingPeriod;
  from_day: IsoDateText;
  to_day: IsoDateText;
  invoice_count: number;
  credit_count: number;
  rates: TaxedAmount[];
  net_cents: number;
  vat_cents: number;
  total_cents: number;
  received_cents: number;
  refunded_cents: number;
  /** Turnover since the first invoice. */
  perpetual_cents: number;
  /** The same, every movement counted as positive: never falls. */
  perpetual_gross_cents: number;
  closed_at: IsoInstantText;
  hash: string;
}
/** `GET /admin/exports/closings`, the newest first. */
export interface ClosingList extends Page {
  closings: ClosingView[];
}

/** What an entry can be booked to. */
export const accountCodes = [
  'customer',
  'customer-credit',
  'deposit',
  'services',
  'goods',
  'vat-2000',
  'vat-1000',
  'vat-850',
  'vat-550',
  'vat-210',
  'vat-oss',
  ...paymentMethodCodes.map((code) => `method-${code}` as const),
] as const;
export type AccountCode =
  | 'customer'
  | 'customer-credit'
  | 'deposit'
  | 'services'
  | 'goods'
  | 'vat-2000'
  | 'vat-1000'
  | 'vat-850'
  | 'vat-550'
  | 'vat-210'
  | 'vat-oss'
  | `method-${PaymentMethodCode}`;
export interface AccountView {
  code: AccountCode;
  account: string;
  label: string;
  version: number;
}
export interface AccountList {
  accounts: AccountView[];
}
/** `PATCH /admin/exports/accounts/{code}`. */
export type AccountPatch = Omit<AccountView, 'code'>;

export interface VatMonth {
  /** `2026-11`. */
  month: string;
  /** By the day of issue: what is due when the tax is paid on debits. */
  on_debits: TaxedAmount[];
  /** By the day the money came: what is due otherwise. */
  on_cash: TaxedAmount[];
}
/** `GET /admin/exports/vat?year=`. */
export interface VatReport {
  year: number;
  /** Which of the two the academy opted for. */
  vat_on_debits: boolean;
  months: VatMonth[];
}

/** Sales to consumers of one day in one category (CGI, ann. II, 242 nonies M). */
export interface ReportedSales {
  date: IsoDateText;
  /** TLB1 goods, TPS1 services, TNT1 not taxed in France. */
  category: 'TLB1' | 'TPS1' | 'TNT1';
  transactions: number;
  net_cents: number;
  vat_cents: number;
  rates: TaxedAmount[];
}
export interface ReportedPayments {
  date: IsoDateText;
  rates: { rate_bp: number | null; amount_cents: number }[];
}
/** A sale to a business abroad, told one by one. */
export interface ReportedInvoice {
  number: string;
  date: IsoDateText;
  type: string;
  country: string;
  vat_number: string | null;
  rates: TaxedAmount[];
}
/** `GET /admin/exports/ereporting.json?from=&to=`: what an approved platform transmits. */
export interface EReport {
  siren: string;
  from: IsoDateText;
  to: IsoDateText;
  currency: 'EUR';
  vat_on_debits: boolean;
  vat_cents: number;
  sales: ReportedSales[];
  /** Of services, unless the tax is paid on debits. */
  payments: ReportedPayments[];
  international: ReportedInvoice[];
}
