import type { PaymentMethodCode } from '@calmness/contracts';
import type { PdfSource } from '@calmness/platform/pdf';
import { formatMoney, formatRate, formatShortDay } from '../../domain/formats';
import { printedName } from '../domain/issuer';
import type { IssuedInvoice, IssuerSnapshot } from '../domain/invoice';
import type { InvoiceLine, InvoiceVat } from '../domain/totals';
import { html, trusted, type SafeHtml } from './escape';
import { allFonts, footerFont } from './fonts';
import styles from './invoice.css';

const methodNames: Record<PaymentMethodCode, string> = {
  bank_transfer: 'virement bancaire',
  crypto: 'cryptomonnaie',
  mobile_money: 'mobile money',
  paypal: 'PayPal',
};

const money = (cents: number): string => formatMoney(cents, 'fr');
const nbsp = '\u00A0';

/** The printed invoice, in French, from the invoice's own snapshots and nothing else. */
export function invoicePage(invoice: IssuedInvoice): PdfSource {
  const page = html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <title>Facture ${invoice.number}</title>
        <style>
          ${trusted(allFonts)}
          ${trusted(styles)}
        </style>
      </head>
      <body>
        ${band(invoice)}
        <main>
          ${demoNotice(invoice)} ${facts(invoice)} ${people(invoice)} ${lineTable(invoice)} ${sums(invoice)}
          ${payment(invoice)} ${mentions(invoice)}
        </main>
        ${watermark(invoice)}
      </body>
    </html>`;
  return { html: page.text, footerHtml: footer(invoice).text };
}

function band({ number }: IssuedInvoice): SafeHtml {
  return html`<header class="band">
    <div class="brand">
      <svg viewBox="0 0 40 40" aria-hidden="true">
        <path d="M31.2 11.4a14 14 0 1 0 0 17.2" />
        <path d="M11.6 20c2.8-3.6 5.6-3.6 8.4 0s5.6 3.6 8.4 0 4.2-3 6.2-1.6" />
      </svg>
      <span>Calmness</span>
    </div>
    <div class="title">
      <h1>FACTURE</h1>
      <p class="number">N° ${number}</p>
    </div>
  </header>`;
}

function demoNotice({ isDemo }: IssuedInvoice): SafeHtml | null {
  if (!isDemo) return null;
  return html`<p class="demo">
    Document de démonstration${nbsp}: l’émetteur est fictif, cette facture n’a aucune valeur.
  </p>`;
}

function watermark({ isDemo }: IssuedInvoice): SafeHtml | null {
  return isDemo ? html`<div class="watermark" aria-hidden="true">DÉMONSTRATION</div>` : null;
}

function facts(invoice: IssuedInvoice): SafeHtml {
  const entries: [string, string][] = [
    ['Date d’émission', formatShortDay(invoice.issueDate)],
    ['Période de prestation', `${formatShortDay(invoice.supplyFrom)} – ${formatShortDay(invoice.supplyTo)}`],
    ['Échéance', formatShortDay(invoice.dueDate)],
    ['Devise', invoice.currency],
  ];
  return html`<dl class="facts">
    ${entries.map(
      ([term, value]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function people({ issuer, buyer }: IssuedInvoice): SafeHtml {
  return html`<div class="people">
    <section>
      <h2>Vendeur</h2>
      <address>
        <p class="name">${printedName(issuer)}</p>
        ${issuer.addressLines.map((line) => html`<p>${line}</p>`)}
        <p>${issuer.postalCode} ${issuer.city}, ${issuer.country}</p>
        <p>${issuer.email}</p>
      </address>
      <div class="ids">${legalIdentity(issuer).map((line) => html`<p>${line}</p>`)}</div>
    </section>
    <section>
      <h2>Client</h2>
      <p class="name">${buyer.name}</p>
    </section>
  </div>`;
}

/** What the law wants to read of a seller: form and capital, register, SIRET, VAT number. */
function legalIdentity(issuer: IssuerSnapshot): string[] {
  const { legalForm, capitalCents, rcsCity, siren, siret, vatNumber, vatRegime, isSoleTrader } = issuer;
  const form = isSoleTrader ? 'Entrepreneur individuel' : legalForm;
  const capital = capitalCents === null ? '' : ` au capital de ${money(Number(capitalCents))}`;
  return [
    `${form ?? ''}${capital}`,
    `${rcsCity ? `RCS ${rcsCity}` : 'SIREN'} ${grouped(siren, 3)}`,
    `SIRET ${siret.slice(0, 3)} ${siret.slice(3, 6)} ${siret.slice(6, 9)} ${siret.slice(9)}`,
    vatRegime === 'normal' && vatNumber ? `TVA intracommunautaire ${vatNumber}` : '',
  ].filter((line) => line !== '');
}

function lineTable({ lines, issuer }: IssuedInvoice): SafeHtml {
  const taxed = issuer.vatRegime === 'normal';
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
      ${lines.map((line) => lineRow(line, taxed))}
    </tbody>
  </table>`;
}

function lineRow(line: InvoiceLine, taxed: boolean): SafeHtml {
  return html`<tr>
    <th scope="row">${line.label}${line.detail ? html`<small>${line.detail}</small>` : null}</th>
    <td>${quantity(line.quantity)}</td>
    <td>${unitPrice(line.unitNet)}</td>
    ${taxed ? html`<td>${rateText(line.rateBp)}</td>` : null}
    <td>${money(line.netCents)}</td>
  </tr>`;
}

function sums(invoice: IssuedInvoice): SafeHtml {
  const taxed = invoice.issuer.vatRegime === 'normal';
  const dueCents = invoice.totalCents - invoice.paidCents;
  const rows: [string, string, string][] = [
    ['', 'Total HT', money(invoice.netCents)],
    ...(taxed ? [['', 'Total TVA', money(invoice.vatCents)] satisfies [string, string, string]] : []),
    ['grand', taxed ? 'Total TTC' : 'Total', money(invoice.totalCents)],
    ['', 'Déjà payé', money(invoice.paidCents)],
    ['due', 'Net à payer', money(dueCents)],
  ];
  return html`<div class="sums">
    ${taxed ? rateTable(invoice.vat) : null}
    <dl class="totals">
      ${rows.map(
        ([kind, term, value]) =>
          html`<div class="${kind}">
            <dt>${term}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
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
            <th scope="row">${rateText(rate.rateBp)}</th>
            <td>${money(rate.baseCents)}</td>
            <td>${money(rate.vatCents)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function payment({ payments }: IssuedInvoice): SafeHtml[] {
  return payments.map(
    ({ method, receivedOn, transactionNumber, reference }) =>
      html`<p class="paid">
        <strong>Payée le ${formatShortDay(receivedOn)}</strong> par ${methodNames[method]}, transaction
        ${transactionNumber}, référence ${reference}.
      </p>`,
  );
}

function mentions({ mentions: printed }: IssuedInvoice): SafeHtml {
  return html`<section class="mentions">
    <h2>Mentions</h2>
    <ul>
      ${printed.map((mention) => html`<li>${mention.text}</li>`)}
    </ul>
  </section>`;
}

function footer({ number, issuer }: IssuedInvoice): SafeHtml {
  const style =
    'width:100%;margin:0 18mm;padding-top:2mm;border-top:0.3mm solid #d4af37;display:flex;' +
    "justify-content:space-between;color:#4c4840;font:8.4px 'Inter','Noto Sans',sans-serif";
  return html`<style>
      ${trusted(footerFont)}
    </style>
    <div style="${style}">
      <span>${printedName(issuer)} · SIREN ${grouped(issuer.siren, 3)}</span>
      <span>
        Facture ${number} — page <span class="pageNumber"></span>/<span class="totalPages"></span>
      </span>
    </div>`;
}

function rateText(rateBp: number | null): string {
  return rateBp === null ? '—' : formatRate(rateBp);
}

/** `1.000` → `1`, `2.500` → `2,5`. */
function quantity(text: string): string {
  return text.replace(/\.?0+$/, '').replace('.', ',');
}

/** EUR with six decimals, shown with two, half up. */
function unitPrice(text: string): string {
  const [whole = '0', decimals = ''] = text.split('.');
  const millionths = BigInt(whole) * 1_000_000n + BigInt(decimals.padEnd(6, '0'));
  return money(Number((millionths + 5_000n) / 10_000n));
}

function grouped(digits: string, size: number): string {
  return digits.replaceAll(new RegExp(`(.{${size}})(?=.)`, 'g'), `$1${nbsp}`);
}
