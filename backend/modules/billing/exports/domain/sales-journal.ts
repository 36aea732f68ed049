import { stringify } from 'csv-stringify/sync';
import { countryOf } from '../../invoices/domain/buyer';
import type { BookFact } from './book-fact';
import { decimal } from './fec';
import { turnoverByRate } from './taxed';

const columns = [
  ...['date', 'numero', 'type', 'client', 'pays', 'siren_client', 'tva_client', 'categorie_tva', 'taux'],
  ...['base_ht', 'tva', 'ttc', 'total_ttc', 'numero_lie', 'motif'],
];
const types = {
  '380': 'facture',
  '381': 'avoir',
  '384': 'facture rectificative',
  '386': 'facture d’acompte',
};

export function salesHeader(): string {
  return `\uFEFF${stringify([columns], { delimiter: ';' })}`;
}

/** A line for each rate of an invoice: what it adds, credit notes negative, deposits said once. */
export function salesLines(fact: BookFact): string {
  const { invoice } = fact;
  const { issueDate, number, type, buyer, links, reason } = invoice;
  const rates = turnoverByRate(fact);
  const total = rates.reduce((sum, rate) => sum + rate.net_cents + rate.vat_cents, 0);
  const rows = rates.map((rate) => [
    ...[
      issueDate,
      number,
      types[type],
      buyer.name,
      countryOf(buyer),
      buyer.siren ?? '',
      buyer.vatNumber ?? '',
    ],
    ...[rate.category, rate.rate_bp === null ? '' : decimal(rate.rate_bp)],
    ...[decimal(rate.net_cents), decimal(rate.vat_cents), decimal(rate.net_cents + rate.vat_cents)],
    ...[decimal(total), links.map((link) => link.number).join(' '), reason ?? ''],
  ]);
  // A negative amount begins with a sign and is no formula.
  return stringify(
    rows.map((row) => row.map(harmless)),
    { delimiter: ';' },
  );
}

/** No cell runs as a formula in a spreadsheet. */
function harmless(cell: string): string {
  return /^[=+@\t\r]/.test(cell) || /^-(?!\d+,\d\d$)/.test(cell) ? `'${cell}` : cell;
}
