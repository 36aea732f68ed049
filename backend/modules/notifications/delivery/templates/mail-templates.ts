import { knownAddress, verifyEmail, welcome } from './account-mails';
import { invoiceReady, paymentDeclared, paymentRejected, paymentToValidate } from './billing-mails';
import type { MailTemplate } from './mail-content';

export const mailTemplateNames = [
  'verify-email',
  'known-address',
  'welcome',
  'payment-declared',
  'payment-to-validate',
  'payment-rejected',
  'invoice-ready',
] as const;
export type MailTemplateName = (typeof mailTemplateNames)[number];

export const mailTemplates: Record<MailTemplateName, MailTemplate> = {
  'verify-email': verifyEmail,
  'known-address': knownAddress,
  welcome,
  'payment-declared': paymentDeclared,
  'payment-to-validate': paymentToValidate,
  'payment-rejected': paymentRejected,
  'invoice-ready': invoiceReady,
};
