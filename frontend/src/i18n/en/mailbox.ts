import type { mailbox as french } from '../fr/mailbox';

export const mailbox: typeof french = {
  lead: 'Without an SMTP server, e-mails land here. This page does not exist in production.',
  emptyTitle: 'No e-mail yet',
  emptyReason: 'Register: the confirmation link will arrive here.',
  register: 'Create an account',
  list: 'Messages',
  message: 'Open message',
  to: (address) => `To: ${address}`,
  text: 'Plain text',
  attachments: 'Attachments',
};
