import { formatShortDay } from '../../domain/formats';
import { dueCents, isCreditNote, type IssuedInvoice } from '../domain/invoice';
import type { InvoiceLine, InvoiceVat } from '../domain/totals';
import { html, type SafeHtml } from './escape';
import { money, nbsp, quantity, rateText, unitPrice } from './words';

/** A seller in franchise prints no rate and no tax (I14). */
const namesTax = ({ issuer }: IssuedInvoice): boolean => issuer.vatRegime === 'normal';

export function lineTable(invoice: IssuedInvoice): SafeHtml {
  const taxed = namesTax(invoice);
  return html`<table>
    <caption>
      Détail
    </caption>
    <thead>
      <tr>
        <th scope="col">Désignation</th>
        <th scope="col">Quantité</th>
        <th scope="col">Prix unitaire HT</th>
        ${taxed ? html`<th scope="col">TVA</th>` : null}
        <th scope="col">Montant HT</th>
      </tr>
    </thead>
    <tbody>
      ${invoice.lines.map((line) => lineRow(line, taxed))}
    </tbody>
  </table>`;
}

function lineRow(line: InvoiceLine, taxed: boolean): SafeHtml {
  const { label, detail, vatCategory, rateBp, netCents } = line;
  return html`<tr>
    <th scope="row">${label}${detail ? html`<small>${detail}</small>` : null}${discount(line)}</th>
    <td>${quantity(line.quantity)}</td>
    <td>${unitPrice(line.unitNet)}</td>
    ${taxed ? html`<td>${rateText(vatCategory, rateBp)}</td>` : null}
    <td>${money(netCents)}</td>
  </tr>`;
}

function discount({ discountCents, discountReason }: InvoiceLine): SafeHtml | null {
  if (discountCents === 0) return null;
  return html`<small>${discountReason ?? 'Remise'}${nbsp}: ${money(-discountCents)}</small>`;
}

export function sums(invoice: IssuedInvoice): SafeHtml {
  return html`<div class="sums">
    ${namesTax(invoice) ? rateTable(invoice.vat) : null}
    <dl class="totals">
      ${totalRows(invoice).map(
        ([kind, term, value]) =>
          html`<div class="${kind}">
            <dt>${term}</dt>
            <dd>${money(value)}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
}

type Row = [kind: string, term: string | SafeHtml, cents: number];

function totalRows(invoice: IssuedInvoice): Row[] {
  const { netCents, vatCents, totalCents } = invoice;
  const taxed = namesTax(invoice);
  return [
    ['', 'Total HT', netCents],
    ...(taxed ? [['', 'Total TVA', vatCents] satisfies Row] : []),
    ['grand', taxed ? 'Total TTC' : 'Total', totalCents],
    ...settledRows(invoice),
    ['due', isCreditNote(invoice) ? 'Net à rembourser' : 'Net à payer', dueCents(invoice)],
  ];
}

/** Deposits, each with its number and day, then the money that came; given back, on a credit note. */
function settledRows(invoice: IssuedInvoice): Row[] {
  const deposits = invoice.links.filter(({ role }) => role === 'deducts');
  const deducted = deposits.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const paid = invoice.paidCents - deducted;
  const rows = deposits.map(({ number, issueDate, amountCents }): Row => [
    '',
    html`Acompte, facture <span class="whole">${number}</span> du ${formatShortDay(issueDate)}`,
    -amountCents,
  ]);
  const term = isCreditNote(invoice) ? 'Remboursé' : 'Déjà payé';
  return paid > 0 ? [...rows, ['', term, paid]] : rows;
}

function rateTable(vat: readonly InvoiceVat[]): SafeHtml {
  return html`<table class="rates">
    <thead>
      <tr>
        <th scope="col">Taux de TVA</th>
        <th scope="col">Base HT</th>
        <th scope="col">TVA</th>
      </tr>
    </thead>
    <tbody>
      ${vat.map(
        (rate) =>
          html`<tr>
            <th scope="row">${rateText(rate.category, rate.rateBp)}</th>
            <td>${money(rate.baseCents)}</td>
            <td>${money(rate.vatCents)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
