import { confirmNewEmail, confirmOldEmail, emailChanged } from './address-mails';
import { invitation, knownAddress, verifyEmail, welcome } from './account-mails';
import { creditNoteReady, invoiceSent } from './invoice-mails';
import { invoiceReady, paymentDeclared, paymentRejected, paymentToValidate } from './billing-mails';
import { broadcast } from './broadcast-mails';
import { digest } from './digest-mails';
import {
  erasureCancelled,
  erasureScheduled,
  exportReady,
  inactivityWarning,
  memberErased,
} from './privacy-mails';
import type { MailTemplate } from './mail-content';
import { eventParked, invoiceChainBroken, invoiceDocumentFailed } from './staff-mails';
import { reminderMailNames, reminderMails } from './reminder-mails';
import {
  newDevice,
  passkeyAdded,
  passwordChanged,
  resetPassword,
  twoFactorOff,
  twoFactorOn,
} from './security-mails';

export const mailTemplateNames = [
  'verify-email',
  'known-address',
  'welcome',
  'invitation',
  'reset-password',
  'password-changed',
  'new-device',
  'two-factor-on',
  'passkey-added',
  'two-factor-off',
  'confirm-old-email',
  'confirm-new-email',
  'email-changed',
  'payment-declared',
  'payment-to-validate',
  'payment-rejected',
  'invoice-ready',
  'invoice-sent',
  'credit-note-ready',
  ...reminderMailNames,
  'export-ready',
  'erasure-scheduled',
  'erasure-cancelled',
  'member-erased',
  'inactivity-warning',
  'broadcast',
  'invoice-document-failed',
  'invoice-chain-broken',
  'event-parked',
  'digest',
] as const;
export type MailTemplateName = (typeof mailTemplateNames)[number];

export const mailTemplates: Record<MailTemplateName, MailTemplate> = {
  'verify-email': verifyEmail,
  'known-address': knownAddress,
  welcome,
  invitation,
  'reset-password': resetPassword,
  'password-changed': passwordChanged,
  'new-device': newDevice,
  'two-factor-on': twoFactorOn,
  'passkey-added': passkeyAdded,
  'two-factor-off': twoFactorOff,
  'confirm-old-email': confirmOldEmail,
  'confirm-new-email': confirmNewEmail,
  'email-changed': emailChanged,
  'payment-declared': paymentDeclared,
  'payment-to-validate': paymentToValidate,
  'payment-rejected': paymentRejected,
  'invoice-ready': invoiceReady,
  'invoice-sent': invoiceSent,
  'credit-note-ready': creditNoteReady,
  ...reminderMails,
  'export-ready': exportReady,
  'erasure-scheduled': erasureScheduled,
  'erasure-cancelled': erasureCancelled,
  'member-erased': memberErased,
  'inactivity-warning': inactivityWarning,
  broadcast,
  'invoice-document-failed': invoiceDocumentFailed,
  'invoice-chain-broken': invoiceChainBroken,
  'event-parked': eventParked,
  digest,
};

export function isMailTemplate(name: string): name is MailTemplateName {
  return Object.hasOwn(mailTemplates, name);
}
