import { formatShortDay } from '../../domain/formats';
import { countryOf, type BuyerSnapshot } from '../domain/buyer';
import { dueOn, isCreditNote, periodOf, type IssuedInvoice, type IssuerSnapshot } from '../domain/invoice';
import { legalIdentity, printedName } from '../domain/issuer';
import { html, type SafeHtml } from './escape';
import type { InvoiceLook } from './look';
import { countryName, documentNames, grouped, nbsp } from './words';

export function band({ number, type }: IssuedInvoice, look: InvoiceLook): SafeHtml {
  return html`<header class="band">
    <div class="brand">${look.logo ? html`<img src="${look.logo}" alt="" />` : sign()}</div>
    <div class="title">
      <h1>${documentNames[type].title}</h1>
      <p class="number">N° ${number}</p>
    </div>
  </header>`;
}

function sign(): SafeHtml {
  return html`<svg viewBox="0 0 40 40" aria-hidden="true">
      <path d="M31.2 11.4a14 14 0 1 0 0 17.2" />
      <path d="M11.6 20c2.8-3.6 5.6-3.6 8.4 0s5.6 3.6 8.4 0 4.2-3 6.2-1.6" />
    </svg>
    <span>Calmness</span>`;
}

export function demoNotice({ isDemo }: IssuedInvoice): SafeHtml | null {
  if (!isDemo) return null;
  return html`<p class="demo">
    Document de démonstration${nbsp}: l’émetteur est fictif, cette facture n’a aucune valeur.
  </p>`;
}

export function watermark({ isDemo }: IssuedInvoice): SafeHtml | null {
  return isDemo ? html`<div class="watermark" aria-hidden="true">DÉMONSTRATION</div>` : null;
}

/** The days and the numbers that are not figures. */
export function facts(invoice: IssuedInvoice): SafeHtml {
  const { issueDate, supplyTo, currency, purchaseOrder } = invoice;
  const period = periodOf(invoice);
  const supply: [string, string] = period
    ? ['Période de prestation', `${formatShortDay(period.from)} – ${formatShortDay(period.to)}`]
    : ['Date de prestation', formatShortDay(supplyTo)];
  const entries: [string, string][] = [
    ['Date d’émission', formatShortDay(issueDate)],
    supply,
    ...(isCreditNote(invoice)
      ? []
      : [['Échéance', formatShortDay(dueOn(invoice))] satisfies [string, string]]),
    ...(purchaseOrder ? [['Bon de commande', purchaseOrder] satisfies [string, string]] : []),
    ['Devise', currency],
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

/** On a credit note or a corrective invoice: which one it takes back or replaces, and why (CGI 289-I-5). */
export function amended({ links, reason }: IssuedInvoice): SafeHtml[] {
  const verbs = { credits: 'Avoir sur la facture', corrects: 'Annule et remplace la facture' };
  return links.flatMap(({ role, number, issueDate }) =>
    role === 'deducts'
      ? []
      : [
          html`<p class="amended">
            <strong>${verbs[role]} ${number} du ${formatShortDay(issueDate)}.</strong>
            ${reason ? html`Motif${nbsp}: ${reason}` : null}
          </p>`,
        ],
  );
}

export function people({ issuer, buyer }: IssuedInvoice): SafeHtml {
  return html`<div class="people">
    <section>
      <h2>Vendeur</h2>
      <address>
        <p class="name">${printedName(issuer)}</p>
        ${paragraphs([...issuer.addressLines, `${issuer.postalCode} ${issuer.city}`, countryName(issuer.country)])}
        <p>${issuer.email}</p>
      </address>
      <div class="ids">${paragraphs(sellerIds(issuer))}</div>
    </section>
    <section>
      <h2>Client</h2>
      <p class="name">${buyer.name}</p>
      ${paragraphs(buyerAddress(buyer))}
      <div class="ids">${paragraphs(buyerIds(buyer))}</div>
    </section>
  </div>`;
}

/** What the law wants to read of a seller: form and capital, register, SIRET, VAT number. */
function sellerIds(issuer: IssuerSnapshot): string[] {
  const { siret, vatNumber, vatRegime } = issuer;
  const { form, register } = legalIdentity(issuer);
  return [
    form,
    register,
    `SIRET ${grouped(siret.slice(0, 9), 3)}${nbsp}${siret.slice(9)}`,
    vatRegime === 'normal' && vatNumber ? `TVA intracommunautaire ${vatNumber}` : '',
  ];
}

function buyerAddress(buyer: BuyerSnapshot): (string | null)[] {
  const { address } = buyer;
  const city = address ? `${address.postalCode} ${address.city}`.trim() : null;
  return [...(address?.lines ?? []), city, countryName(countryOf(buyer))];
}

function buyerIds({ siren, vatNumber }: BuyerSnapshot): string[] {
  return [siren ? `SIREN ${grouped(siren, 3)}` : '', vatNumber ? `TVA ${vatNumber}` : ''];
}

function paragraphs(lines: readonly (string | null)[]): SafeHtml[] {
  return lines.filter((line) => line !== null && line !== '').map((line) => html`<p>${line}</p>`);
}
