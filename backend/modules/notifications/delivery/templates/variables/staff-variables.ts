import { addressed, text } from './mail-variable';

const number = text('CT-20261120-0042');

/** What the staff is told; payments stand with the money. */
export const staffVariables = {
  'invoice-document-failed': { ...addressed('/admin/invoices'), number },
  'invoice-chain-broken': { ...addressed('/admin/invoices'), number },
  'event-parked': {
    ...addressed('/admin/events'),
    event: text('billing.payment-validated'),
    consumer: text('notifications.announce-received-payment'),
  },
};
