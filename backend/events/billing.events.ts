import type { Anchor } from './anchor';
import type { CatalogueOf } from './catalogue-entry';
import type { IsoDate, Uuid } from './primitives';

/** Facts about money, access and invoices. Amounts are integer cents in EUR. */
export interface BillingEvents {
  /** A member announced a payment; the staff has to find it on the bank statement. */
  'billing.payment-declared': {
    paymentId: Uuid;
    memberId: Uuid;
    planId: Uuid;
    amountCents: number;
    holdId?: Uuid;
  };
  /** An admin matched the bank transaction; access may start. */
  'billing.payment-validated': {
    paymentId: Uuid;
    memberId: Uuid;
    planId: Uuid;
    receivedOn: IsoDate;
    amountCents: number;
    holdId?: Uuid;
  };
  /** A part of the price arrived; access waits for the rest. */
  'billing.payment-received-in-part': {
    paymentId: Uuid;
    memberId: Uuid;
    receivedOn: IsoDate;
    receivedCents: number;
    dueCents: number;
  };
  /** Money went back to the member; a credit note says how much. */
  'billing.payment-refunded': { paymentId: Uuid; memberId: Uuid; refundId: Uuid; amountCents: number };
  /** The staff moved the end of access forward. */
  'billing.subscription-shortened': {
    subscriptionId: Uuid;
    memberId: Uuid;
    endsOn: IsoDate;
    anchor: Anchor;
  };
  /** An admin refused the payment and said why. */
  'billing.payment-rejected': { paymentId: Uuid; memberId: Uuid; holdId?: Uuid };
  /** The member withdrew the declaration, or nobody decided in seven days. */
  'billing.payment-cancelled': { paymentId: Uuid; memberId: Uuid; holdId?: Uuid };
  /** Access begins or goes on. */
  'billing.subscription-activated': {
    subscriptionId: Uuid;
    memberId: Uuid;
    planId: Uuid;
    startsOn: IsoDate;
    endsOn: IsoDate;
    extended: boolean;
    anchor: Anchor;
  };
  /** The last day has passed. */
  'billing.subscription-expired': { subscriptionId: Uuid; memberId: Uuid; endsOn: IsoDate; anchor: Anchor };
  /** A final invoice exists; its PDF comes later. */
  'billing.invoice-issued': {
    invoiceId: Uuid;
    /** UNTDID 1001: 380 invoice, 381 credit note, 384 corrective invoice, 386 deposit. */
    type?: '380' | '381' | '384' | '386';
    memberId: Uuid;
    paymentId?: Uuid;
    number: string;
    totalCents: number;
  };
  /** The invoice's PDF can be read. */
  'billing.invoice-document-ready': {
    invoiceId: Uuid;
    type?: '380' | '381' | '384' | '386';
    memberId: Uuid;
    paymentId?: Uuid;
  };
  /** The invoice's PDF could not be printed several times in a row. */
  'billing.invoice-document-failed': { invoiceId: Uuid };
  /** The chain of invoices does not add up: nothing is issued until it does. */
  'billing.invoice-chain-broken': { brokenNumber: string };
}

const payment = { paymentId: 'the payment', memberId: 'who pays' } as const;
const holdId = 'seat or slot held for this payment, when it buys one';

export const billingCatalogue: CatalogueOf<BillingEvents> = {
  'billing.payment-declared': {
    summary: 'A member announced a payment; the staff has to find it on the bank statement.',
    audience: 'handled',
    fields: { ...payment, planId: 'what is bought', amountCents: 'exact amount, EUR cents', holdId },
  },
  'billing.payment-validated': {
    summary: 'An admin matched the bank transaction; access may start.',
    audience: 'handled',
    fields: {
      ...payment,
      planId: 'what was bought',
      receivedOn: 'day the money arrived, Europe/Paris',
      amountCents: 'EUR cents',
      holdId,
    },
  },
  'billing.payment-received-in-part': {
    summary: 'A part of the price arrived; access waits for the rest.',
    audience: 'handled',
    fields: {
      ...payment,
      receivedOn: 'day the money arrived, Europe/Paris',
      receivedCents: 'what arrived, EUR cents',
      dueCents: 'what is still to come, EUR cents',
    },
  },
  'billing.payment-refunded': {
    summary: 'Money went back to the member; a credit note says how much.',
    audience: 'handled',
    fields: { ...payment, refundId: 'the refund', amountCents: 'what went back, EUR cents' },
  },
  'billing.subscription-shortened': {
    summary: 'The staff moved the end of access forward.',
    audience: 'handled',
    anchored: true,
    fields: {
      subscriptionId: 'the subscription',
      memberId: 'whose access',
      endsOn: 'exclusive end, Europe/Paris',
      anchor: 'the new end of access, for reminders',
    },
  },
  'billing.payment-rejected': {
    summary: 'An admin refused the payment and said why.',
    audience: 'handled',
    fields: { ...payment, holdId },
  },
  'billing.payment-cancelled': {
    summary: 'The member withdrew the declaration, or nobody decided in seven days.',
    audience: 'informational',
    fields: { ...payment, holdId },
  },
  'billing.subscription-activated': {
    summary: 'Access begins or goes on.',
    audience: 'handled',
    anchored: true,
    fields: {
      subscriptionId: 'the subscription',
      memberId: 'whose access',
      planId: 'the plan',
      startsOn: 'first day of the period just bought, Europe/Paris',
      endsOn: 'exclusive end, Europe/Paris',
      extended: 'true when a running subscription was prolonged',
      anchor: 'the end of access, for reminders',
    },
  },
  'billing.subscription-expired': {
    summary: 'The last day has passed.',
    audience: 'handled',
    anchored: true,
    fields: {
      subscriptionId: 'the subscription',
      memberId: 'whose access',
      endsOn: 'exclusive end, Europe/Paris',
      anchor: 'the same end of access, for the days after; ended when the member had cancelled',
    },
  },
  'billing.invoice-issued': {
    summary: 'A final invoice exists; its PDF comes later.',
    audience: 'handled',
    fields: {
      invoiceId: 'the invoice',
      type: 'UNTDID 1001: 380 invoice, 381 credit note, 384 corrective, 386 deposit; absent before they existed',
      memberId: 'the buyer',
      paymentId: 'the payment it proves, if one settled it',
      number: 'legal number, CT-YYYYMMDD-XXXX',
      totalCents: 'TTC, EUR cents',
    },
  },
  'billing.invoice-document-ready': {
    summary: "The invoice's PDF can be read.",
    audience: 'handled',
    fields: {
      invoiceId: 'the invoice',
      type: 'UNTDID 1001, as when it was issued',
      memberId: 'the buyer',
      paymentId: 'the payment it proves, if one did',
    },
  },
  'billing.invoice-document-failed': {
    summary: "The invoice's PDF could not be printed several times in a row.",
    audience: 'handled',
    fields: { invoiceId: 'the invoice; it is tried again every hour' },
  },
  'billing.invoice-chain-broken': {
    summary: 'The chain of invoices does not add up: nothing is issued until it does.',
    audience: 'handled',
    fields: { brokenNumber: 'the first invoice that does not follow' },
  },
};
