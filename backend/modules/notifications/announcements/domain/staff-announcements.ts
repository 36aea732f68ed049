import type { Announcement } from './announcement';
import { paymentToValidateText, type Facts, type InAppTexts } from './in-app-texts';

const fact = (facts: Facts, name: string): string => facts[name] ?? '';

export const invoiceDocumentFailedText: InAppTexts = {
  fr: (facts) => ({
    title: `Facture ${fact(facts, 'number')} sans PDF`,
    body: 'Son PDF échoue depuis plusieurs essais. Un nouvel essai a lieu toutes les heures ; la facture reste valable.',
  }),
  en: (facts) => ({
    title: `Invoice ${fact(facts, 'number')} has no PDF`,
    body: 'Its PDF failed several times. It is tried again every hour; the invoice itself stands.',
  }),
};
export const invoiceChainBrokenText: InAppTexts = {
  fr: (facts) => ({
    title: 'La chaîne des factures est rompue',
    body: `À partir de la facture ${fact(facts, 'number')}. Aucune facture n’est émise tant que ce n’est pas réparé.`,
  }),
  en: (facts) => ({
    title: 'The chain of invoices is broken',
    body: `From invoice ${fact(facts, 'number')} on. No invoice is issued until it is whole again.`,
  }),
};
export const eventParkedText: InAppTexts = {
  fr: (facts) => ({
    title: 'Un événement est resté en panne',
    body: `${fact(facts, 'event')} n’a pas pu être traité par ${fact(facts, 'consumer')}. Relancez-le quand la cause est levée.`,
  }),
  en: (facts) => ({
    title: 'An event got stuck',
    body: `${fact(facts, 'event')} could not be handled by ${fact(facts, 'consumer')}. Send it again once the cause is gone.`,
  }),
};

/** What waits for somebody of the staff: at once in the list, and in the summary of the morning. */
export const staffAnnouncements = {
  'payment-to-validate': {
    subjectKind: 'billing.payment',
    category: 'staff',
    audience: 'billing.payments-validate',
    inApp: { type: 'payment_to_validate', severity: 'info', texts: paymentToValidateText },
    mail: 'payment-to-validate',
  },
  'invoice-document-failed': {
    subjectKind: 'billing.invoice-document',
    category: 'staff',
    audience: 'billing.invoices-read',
    inApp: { type: 'invoice_document_failed', severity: 'warning', texts: invoiceDocumentFailedText },
    mail: 'invoice-document-failed',
  },
  'invoice-chain-broken': {
    subjectKind: 'billing.invoice-chain',
    category: 'staff',
    audience: 'billing.invoices-read',
    inApp: { type: 'invoice_chain_broken', severity: 'critical', texts: invoiceChainBrokenText },
    mail: 'invoice-chain-broken',
  },
  'event-parked': {
    subjectKind: 'platform.parked-event',
    category: 'staff',
    audience: 'operations.events-retry',
    inApp: { type: 'event_parked', severity: 'warning', texts: eventParkedText },
    mail: 'event-parked',
  },
} as const satisfies Record<string, Announcement>;
