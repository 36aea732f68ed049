/** The words of state of the wire; every one has a label, a colour and an icon on the pages. */
export const paymentStatuses = [
  'pending',
  'proof_sent',
  'partial',
  'validated',
  'rejected',
  'cancelled',
  'refunded',
] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

export const subscriptionStatuses = ['pending', 'active', 'expired', 'cancelled', 'paused'] as const;
export type SubscriptionStatus = (typeof subscriptionStatuses)[number];

export const paymentMethodCodes = ['bank_transfer', 'crypto', 'mobile_money', 'paypal'] as const;
export type PaymentMethodCode = (typeof paymentMethodCodes)[number];

export const invoiceDocumentStates = ['queued', 'rendering', 'ready', 'failed'] as const;
export type InvoiceDocumentState = (typeof invoiceDocumentStates)[number];

/** UNTDID 1001: invoice, credit note, corrective invoice, deposit invoice. */
export const invoiceTypes = ['380', '381', '384', '386'] as const;
export type InvoiceType = (typeof invoiceTypes)[number];
/** What the staff prepares by hand; a credit note is written from its invoice. */
export const invoiceDraftTypes = ['380', '384', '386'] as const satisfies readonly InvoiceType[];
export type InvoiceDraftType = (typeof invoiceDraftTypes)[number];
/** Derived from payments, credit notes and the due date; the invoice itself never changes. */
export const invoiceStates = [
  'issued',
  'partially_paid',
  'paid',
  'overdue',
  'partially_credited',
  'credited',
  'replaced',
] as const;
export type InvoiceState = (typeof invoiceStates)[number];
export const priceModes = ['TTC', 'HT'] as const;
export type PriceMode = (typeof priceModes)[number];
/** What is sold decides where it is taxed. */
export const supplyKinds = ['live', 'electronic', 'training', 'goods'] as const;
export type SupplyKind = (typeof supplyKinds)[number];

export const notificationSeverities = ['info', 'success', 'warning', 'critical'] as const;
export type NotificationSeverity = (typeof notificationSeverities)[number];

export const notificationTypes = [
  'welcome',
  'subscription_activated',
  'subscription_expiring',
  'subscription_expired',
  'payment_pending',
  'payment_received',
  'payment_partial',
  'payment_refunded',
  'payment_rejected',
  'payment_to_validate',
  'invoice_document_failed',
  'invoice_chain_broken',
  'event_parked',
  'invoice_issued',
  'formation_session',
  'coaching_session',
  'loan_due',
  'loan_overdue',
  'security',
  'privacy',
  'broadcast',
  'delivery_alert',
] as const;
export type NotificationType = (typeof notificationTypes)[number];

export const activityKinds = [
  'registered',
  'email_verified',
  'profile_completed',
  'payment_declared',
  'payment_validated',
  'payment_rejected',
  'subscription_activated',
  'invoice_issued',
] as const;
export type ActivityKind = (typeof activityKinds)[number];
