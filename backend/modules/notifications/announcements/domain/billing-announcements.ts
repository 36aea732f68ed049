import type { Announcement } from './announcement';
import {
  creditNoteIssuedText,
  invoiceIssuedText,
  paymentPartialText,
  paymentPendingText,
  paymentReceivedText,
  paymentRefundedText,
  paymentRejectedText,
  subscriptionActivatedText,
} from './in-app-texts';

/** What the list has, in seconds, before something rings. */
const tenMinutes = 600;

/** News about money and access. */
export const billingAnnouncements = {
  'payment-pending': {
    subjectKind: 'billing.payment',
    category: 'billing',
    audience: 'member',
    inApp: { type: 'payment_pending', severity: 'info', texts: paymentPendingText },
    mail: 'payment-declared',
  },
  'payment-received': {
    subjectKind: 'billing.payment',
    category: 'billing',
    audience: 'member',
    inApp: { type: 'payment_received', severity: 'success', texts: paymentReceivedText },
  },
  'payment-partial': {
    subjectKind: 'billing.payment',
    category: 'billing',
    audience: 'member',
    inApp: { type: 'payment_partial', severity: 'info', texts: paymentPartialText },
  },
  'payment-refunded': {
    subjectKind: 'billing.payment',
    category: 'billing',
    audience: 'member',
    inApp: { type: 'payment_refunded', severity: 'success', texts: paymentRefundedText },
  },
  'payment-rejected': {
    subjectKind: 'billing.payment',
    category: 'billing',
    audience: 'member',
    inApp: { type: 'payment_rejected', severity: 'warning', texts: paymentRejectedText },
    mail: 'payment-rejected',
  },
  'subscription-activated': {
    subjectKind: 'billing.subscription',
    category: 'subscription',
    audience: 'member',
    inApp: { type: 'subscription_activated', severity: 'success', texts: subscriptionActivatedText },
    // Its mail is the one with the invoice, which the law wants at once; the phone only rings for who has not seen it.
    short: { texts: subscriptionActivatedText, channels: ['push'] },
    unlessReadFor: { push: tenMinutes },
  },
  'invoice-issued': {
    subjectKind: 'billing.invoice',
    category: 'billing',
    audience: 'member',
    inApp: { type: 'invoice_issued', severity: 'info', texts: invoiceIssuedText },
  },
  'invoice-ready': {
    subjectKind: 'billing.invoice',
    category: 'billing',
    audience: 'member',
    mail: 'invoice-ready',
  },
  'credit-note-issued': {
    subjectKind: 'billing.invoice',
    category: 'billing',
    audience: 'member',
    inApp: { type: 'invoice_issued', severity: 'info', texts: creditNoteIssuedText },
  },
  'invoice-sent': {
    subjectKind: 'billing.invoice',
    category: 'billing',
    audience: 'member',
    mail: 'invoice-sent',
  },
  'credit-note-ready': {
    subjectKind: 'billing.invoice',
    category: 'billing',
    audience: 'member',
    mail: 'credit-note-ready',
  },
} satisfies Record<string, Announcement>;
