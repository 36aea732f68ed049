import type { verify as french } from '../fr/verify';

export const verify: typeof french = {
  title: 'Check an invoice',
  states: {
    authentic: {
      name: 'Authentic',
      says: 'The academy did issue this document, and it has not been changed.',
    },
    credited: {
      name: 'Authentic, credited',
      says: 'This document was issued; a credit note has since taken back all or part of it.',
    },
    replaced: {
      name: 'Replaced',
      says: 'This document was issued; another invoice now stands in its place.',
    },
  },
  kinds: {
    invoice: 'Invoice',
    credit_note: 'Credit note',
    corrective_invoice: 'Corrective invoice',
    deposit_invoice: 'Deposit invoice',
  },
  demo: 'A demonstration: the issuer is fictitious and this document has no value.',
  kind: 'Kind',
  number: 'Number',
  issued: 'Issued on',
  total: 'Total including VAT',
  seller: 'Issuer',
  hash: 'Fingerprint',
  compare: 'Compare this with the document in your hand.',
  unknownTitle: 'Unknown code',
  unknownReason: 'No invoice bears this code. Check that it was copied in full.',
  home: 'Back to the home page',
};
