import type { InvoiceType, PaymentMethodCode } from '@calmness/contracts';
import { formatMoney, formatRate } from '../../domain/formats';
import type { VatCategory } from '../domain/totals';

/** What an invoice is called: on the page, in the title of the file, at the foot. */
export const documentNames: Record<InvoiceType, { title: string; name: string }> = {
  '380': { title: 'FACTURE', name: 'Facture' },
  '381': { title: 'AVOIR', name: 'Avoir' },
  '384': { title: 'FACTURE RECTIFICATIVE', name: 'Facture rectificative' },
  '386': { title: 'FACTURE D’ACOMPTE', name: 'Facture d’acompte' },
};

export const methodNames: Record<PaymentMethodCode, string> = {
  bank_transfer: 'virement bancaire',
  crypto: 'cryptomonnaie',
  mobile_money: 'mobile money',
  paypal: 'PayPal',
};

export const nbsp = '\u00A0';

export const money = (cents: number): string => formatMoney(cents, 'fr');

/** Why there is no rate, in the column of the rates. */
const untaxed: Record<VatCategory, string> = {
  S: '—',
  E: 'Exonérée',
  AE: 'Autoliquidation',
  O: 'Hors champ',
  G: 'Export',
};

export function rateText(category: VatCategory, rateBp: number | null): string {
  return rateBp === null ? untaxed[category] : formatRate(rateBp);
}

const countries = new Intl.DisplayNames(['fr'], { type: 'region' });

/** The country's name in French; France goes without saying. */
export function countryName(code: string): string | null {
  return code === 'FR' ? null : (countries.of(code) ?? code);
}

/** `123456789` → `123 456 789`, with spaces that do not break. */
export function grouped(digits: string, size: number): string {
  return digits.replaceAll(new RegExp(`(.{${size}})(?=.)`, 'g'), `$1${nbsp}`);
}

/** `1.000` → `1`, `2.500` → `2,5`. */
export function quantity(text: string): string {
  return text.replace(/\.?0+$/, '').replace('.', ',');
}

/** EUR with six decimals, shown with two, half up. */
export function unitPrice(text: string): string {
  const [whole = '0', decimals = ''] = text.split('.');
  const millionths = BigInt(whole) * 1_000_000n + BigInt(decimals.padEnd(6, '0'));
  return money(Number((millionths + 5_000n) / 10_000n));
}
