/** The words of state of the wire; every one has a label, a colour and an icon on the pages. */
export const paymentStatuses = [
  'pending',
  'proof_sent',
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

export const notificationSeverities = ['info', 'success', 'warning', 'critical'] as const;
export type NotificationSeverity = (typeof notificationSeverities)[number];

export const notificationTypes = [
  'welcome',
  'subscription_activated',
  'subscription_expiring',
  'subscription_expired',
  'subscription_cancelled',
  'contract_request',
  'payment_pending',
  'payment_received',
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
