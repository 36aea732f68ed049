import type { Announcement } from './announcement';
import { broadcastAnnouncements } from './broadcast-announcements';
import { linkingAnnouncements } from './linking-announcements';
import { reminderAnnouncements } from './reminder-announcements';
import { deskAnnouncements } from './desk-announcements';
import {
  accountSecuredText,
  addressConfirmedText,
  emailChangedText,
  erasureCancelledText,
  erasureScheduledText,
  exportReadyText,
  creditNoteIssuedText,
  invoiceIssuedText,
  newDeviceText,
  passkeyAddedText,
  passkeyRemovedText,
  passwordChangedText,
  paymentPendingText,
  paymentReceivedText,
  paymentPartialText,
  paymentRefundedText,
  paymentRejectedText,
  subscriptionActivatedText,
  twoFactorOffText,
  twoFactorOnText,
  welcomeText,
} from './in-app-texts';
import { staffAnnouncements } from './staff-announcements';

/** What the list has, in seconds, before something rings. */
const tenMinutes = 600;

export const announcements = {
  welcome: {
    subjectKind: 'accounts.member',
    category: 'news',
    audience: 'member',
    inApp: { type: 'welcome', severity: 'info', texts: welcomeText },
    flag: 'welcome-message',
  },
  'verify-email': {
    subjectKind: 'accounts.verification',
    category: 'security',
    audience: 'member',
    mail: 'verify-email',
  },
  'known-address': {
    subjectKind: 'accounts.member',
    category: 'security',
    audience: 'member',
    mail: 'known-address',
  },
  'address-confirmed': {
    subjectKind: 'accounts.member',
    category: 'security',
    audience: 'member',
    inApp: { type: 'security', severity: 'success', texts: addressConfirmedText },
    mail: 'welcome',
  },
  invitation: {
    subjectKind: 'accounts.verification',
    category: 'security',
    audience: 'member',
    mail: 'invitation',
  },
  'reset-password': {
    subjectKind: 'accounts.verification',
    category: 'security',
    audience: 'member',
    mail: 'reset-password',
  },
  'password-changed': {
    subjectKind: 'accounts.member',
    category: 'security',
    audience: 'member',
    inApp: { type: 'security', severity: 'info', texts: passwordChangedText },
    mail: 'password-changed',
  },
  'new-device': {
    subjectKind: 'accounts.session',
    category: 'security',
    audience: 'member',
    inApp: { type: 'security', severity: 'warning', texts: newDeviceText },
    mail: 'new-device',
  },
  'two-factor-on': {
    subjectKind: 'accounts.member',
    category: 'security',
    audience: 'member',
    inApp: { type: 'security', severity: 'success', texts: twoFactorOnText },
    mail: 'two-factor-on',
  },
  'two-factor-off': {
    subjectKind: 'accounts.member',
    category: 'security',
    audience: 'member',
    inApp: { type: 'security', severity: 'warning', texts: twoFactorOffText },
    mail: 'two-factor-off',
  },
  'passkey-added': {
    subjectKind: 'accounts.member',
    category: 'security',
    audience: 'member',
    inApp: { type: 'security', severity: 'warning', texts: passkeyAddedText },
    mail: 'passkey-added',
  },
  'passkey-removed': {
    subjectKind: 'accounts.member',
    category: 'security',
    audience: 'member',
    inApp: { type: 'security', severity: 'info', texts: passkeyRemovedText },
  },
  'account-secured': {
    subjectKind: 'accounts.member',
    category: 'security',
    audience: 'member',
    inApp: { type: 'security', severity: 'warning', texts: accountSecuredText },
  },
  'confirm-old-email': {
    subjectKind: 'accounts.verification',
    category: 'security',
    audience: 'member',
    mail: 'confirm-old-email',
  },
  'confirm-new-email': {
    subjectKind: 'accounts.verification',
    category: 'security',
    audience: 'member',
    mail: 'confirm-new-email',
  },
  'email-changed': {
    subjectKind: 'accounts.email-change',
    category: 'security',
    audience: 'member',
    inApp: { type: 'security', severity: 'warning', texts: emailChangedText },
    mail: 'email-changed',
  },
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
  digest: {
    subjectKind: 'notifications.digest',
    category: 'news',
    audience: 'member',
    mail: 'digest',
    // What it lists was wanted when it was gathered, and is asked again when it leaves.
    direct: true,
  },
  ...staffAnnouncements,
  ...linkingAnnouncements,
  ...reminderAnnouncements,
  ...broadcastAnnouncements,
  ...deskAnnouncements,
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
  'export-ready': {
    subjectKind: 'accounts.export',
    category: 'security',
    audience: 'member',
    inApp: { type: 'privacy', severity: 'success', texts: exportReadyText },
    mail: 'export-ready',
  },
  'erasure-scheduled': {
    subjectKind: 'accounts.erasure',
    category: 'security',
    audience: 'member',
    inApp: { type: 'privacy', severity: 'warning', texts: erasureScheduledText },
    mail: 'erasure-scheduled',
  },
  'erasure-cancelled': {
    subjectKind: 'accounts.erasure',
    category: 'security',
    audience: 'member',
    inApp: { type: 'privacy', severity: 'info', texts: erasureCancelledText },
    mail: 'erasure-cancelled',
  },
  'member-erased': {
    subjectKind: 'accounts.erasure',
    category: 'security',
    audience: 'erased-member',
    mail: 'member-erased',
  },
  'inactivity-warning': {
    subjectKind: 'accounts.inactivity',
    category: 'security',
    audience: 'member',
    mail: 'inactivity-warning',
  },
} as const satisfies Record<string, Announcement>;

export type AnnouncementName = keyof typeof announcements;

const byName: Readonly<Record<string, Announcement>> = announcements;

/** Undefined for a name an older release knew. */
export function announcementCalled(name: string): Announcement | undefined {
  return Object.hasOwn(byName, name) ? byName[name] : undefined;
}
