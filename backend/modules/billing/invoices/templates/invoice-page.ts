import type { PdfSource } from '@calmness/platform/pdf';
import type { IssuedInvoice } from '../domain/invoice';
import { printedName } from '../domain/issuer';
import { html, trusted, type SafeHtml } from './escape';
import { allFonts, footerFont } from './fonts';
import styles from './invoice.css';
import { accents, plainLook, type InvoiceLook } from './look';
import { authenticity, mentions, payments, transfer } from './page-close';
import { lineTable, sums } from './page-figures';
import { amended, band, demoNotice, facts, people, watermark } from './page-head';
import { documentNames, grouped } from './words';

/** What a page wears beside what it says. */
export interface InvoiceDress {
  look: InvoiceLook;
  /** Where anybody may check the invoice; null on the oldest ones. */
  verifyUrl: string | null;
}
const plain: InvoiceDress = { look: plainLook, verifyUrl: null };

/** The printed invoice, in French, from the invoice's own snapshots; the dress changes no word of them. */
export function invoicePage(invoice: IssuedInvoice, { look, verifyUrl }: InvoiceDress = plain): PdfSource {
  const { onDark, onPaper } = accents[look.accent];
  const page = html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <title>${documentNames[invoice.type].name} ${invoice.number}</title>
        <style>
          ${trusted(allFonts)}
          ${trusted(`:root{--accent:${onDark};--accent-deep:${onPaper}}`)}
          ${trusted(styles)}
        </style>
      </head>
      <body>
        ${band(invoice, look)}
        <main>
          ${demoNotice(invoice)} ${facts(invoice)} ${amended(invoice)} ${people(invoice)}
          ${lineTable(invoice)} ${sums(invoice)} ${payments(invoice)} ${transfer(invoice)}
          ${mentions(invoice)} ${look.thankYou ? html`<p class="thanks">${look.thankYou}</p>` : null}
          ${authenticity(verifyUrl)}
        </main>
        ${watermark(invoice)}
      </body>
    </html>`;
  return { html: page.text, footerHtml: footer(invoice, look).text };
}

function footer({ number, issuer, type }: IssuedInvoice, look: InvoiceLook): SafeHtml {
  const style =
    `width:100%;margin:0 18mm;padding-top:2mm;border-top:0.3mm solid ${accents[look.accent].onDark};display:flex;` +
    "justify-content:space-between;gap:6mm;color:#4c4840;font:8.4px 'Inter','Noto Sans',sans-serif";
  return html`<style>
      ${trusted(footerFont)}
    </style>
    <div style="${style}">
      <span>${printedName(issuer)} · SIREN ${grouped(issuer.siren, 3)}</span>
      ${look.footerText ? html`<span>${look.footerText}</span>` : null}
      <span>
        ${documentNames[type].name} ${number} — page <span class="pageNumber"></span>/<span
          class="totalPages"
        ></span>
      </span>
    </div>`;
}
