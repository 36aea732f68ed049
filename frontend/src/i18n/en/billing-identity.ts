import type { BuyerKind, VatCheckState } from '@calmness/contracts';
import type { billingIdentity as french } from '../fr/billing-identity';

const kinds: Record<BuyerKind, string> = { person: 'A private person', company: 'A company' };
const kindHints: Record<BuyerKind, string> = {
  person: 'You buy for yourself.',
  company: 'The invoice bears the name of a company or of a self-employed person.',
};
const checks: Record<VatCheckState, string> = {
  none: '',
  waiting:
    'We are checking your VAT number with the European register. Until it answers you cannot order without VAT: wait a little, or remove the number to pay with VAT.',
  valid: 'VAT number checked with the European register',
  invalid: 'The European register does not know this VAT number. Check it, or remove it to pay with VAT.',
};

export const billingIdentity: typeof french = {
  title: 'Billing identity',
  lead: 'The name and address on your next invoices. Those already issued do not change.',
  question: 'Who is billed',
  why: 'Your country decides the VAT: we ask for it before we work out the price.',
  kindLegend: 'The invoice is for',
  kinds,
  kindHints,
  checks,
  fields: {
    name: { person: 'First and last name', company: 'Company name' },
    country: 'Country',
    address_lines: 'Address',
    postal_code: 'Postcode',
    city: 'City',
    siren: 'SIREN',
    vat_number: 'VAT number',
    electronic_address: 'Electronic invoicing address',
    purchase_order: 'Your order number',
  },
  hints: {
    address_lines: 'Number and street, then anything else on a new line.',
    siren: 'Nine digits; spaces do no harm.',
    vat_number: 'With the letters of the country, for example BE0123456749.',
    vatElsewhere: 'With a checked number you are billed without VAT (reverse charge).',
    electronic_address: 'Only if it differs from your SIREN.',
    purchase_order: 'It will be quoted on your invoices.',
  },
  save: 'Save this identity',
  saved: 'Billing identity saved',
  edit: 'Edit',
  editLong: 'Edit the billing identity',
  siren: (number) => `SIREN ${number}`,
  vatNumber: (number) => `VAT ${number}`,
  purchaseOrder: (number) => `Order ${number}`,
  checkedOn: (day) => `on ${day}`,
  noAddress: 'No address given',
  missing: 'You have not said yet who is billed.',
  fill: 'Fill in',
  first: 'Tell us first who is billed: the summary follows.',
  buyer: 'Billed to',
  unchecked:
    'The summary appears as soon as your VAT number is checked. You may also remove the number and pay with VAT.',
  staff: {
    title: 'Billed as',
    none: 'This member has not said yet who is billed.',
    states: {
      none: '',
      waiting: 'The European register has not answered yet about this VAT number.',
      valid: 'VAT number checked',
      invalid: 'The European register does not know this VAT number.',
    },
    proof: 'How did you check it?',
    proofHint: 'For example: VIES, consultation no. WAPIAAAAX, 20 November 2026. This note stays on record.',
    vouch: 'Mark the number as checked',
    vouched: 'The number is marked as checked.',
    proven: (proof) => `Proof: ${proof}`,
  },
};
