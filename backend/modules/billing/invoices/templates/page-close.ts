import { formatShortDay } from '../../domain/formats';
import { epcPayload } from '../../payments/domain/epc';
import { dueCents, dueOn, isCreditNote, type IssuedInvoice } from '../domain/invoice';
import { printedName } from '../domain/issuer';
import { html, type SafeHtml } from './escape';
import { qrCode } from './qr';
import { grouped, methodNames, money, nbsp } from './words';

/** How it was paid, or how the money went back. */
export function payments(invoice: IssuedInvoice): SafeHtml[] {
  const whole = dueCents(invoice) === 0;
  const verb = isCreditNote(invoice) ? 'Remboursé' : whole ? 'Payée' : 'Acompte reçu';
  return invoice.payments.map(
    ({ method, receivedOn, transactionNumber, reference }) =>
      html`<p class="paid">
        <strong>${verb} le ${formatShortDay(receivedOn)}</strong> par ${methodNames[method]}, transaction
        ${transactionNumber}, référence ${reference}.
      </p>`,
  );
}

/** Where to transfer what is still due, with the code a bank's application reads (EPC069-12). */
export function transfer(invoice: IssuedInvoice): SafeHtml | null {
  const { issuer, number } = invoice;
  const { iban, bic } = issuer;
  const amountCents = dueCents(invoice);
  if (!iban || isCreditNote(invoice) || amountCents === 0) return null;
  const beneficiary = printedName(issuer);
  const payload = epcPayload({ beneficiary, iban, bic: bic ?? null, amountCents, remittance: number });
  return html`<section class="transfer">
    <div>
      <h2>À payer par virement</h2>
      <p><strong>${money(amountCents)}</strong> au plus tard le ${formatShortDay(dueOn(invoice))}</p>
      <p>Titulaire${nbsp}: ${beneficiary}</p>
      <p>IBAN${nbsp}: ${grouped(iban.replaceAll(' ', ''), 4)}</p>
      ${bic ? html`<p>BIC${nbsp}: ${bic}</p>` : null}
      <p>Libellé${nbsp}: ${number}</p>
    </div>
    ${qrCode(payload, 'Code QR du virement')}
  </section>`;
}

export function mentions({ mentions: printed }: IssuedInvoice): SafeHtml {
  return html`<section class="mentions">
    <h2>Mentions</h2>
    <ul>
      ${printed.map((mention) => html`<li>${mention.text}</li>`)}
    </ul>
  </section>`;
}

/** The page anybody may ask whether this invoice is genuine. Printed without its scheme: nothing to click. */
export function authenticity(verifyUrl: string | null): SafeHtml | null {
  if (!verifyUrl) return null;
  return html`<section class="authentic">
    <h2>Authenticité</h2>
    ${qrCode(verifyUrl, 'Code QR de vérification')}
    <p>À vérifier en scannant ce code, ou sur ${verifyUrl.replace(/^\w+:\/\//, '')}</p>
  </section>`;
}
