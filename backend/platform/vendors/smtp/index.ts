export { MailSender, type Mail, type MailAttachment } from './mail-sender';
export { SmtpMailSender, type SmtpOptions } from './smtp-mail-sender';
export { smtpOutcome } from './smtp-outcome';
export { SendGridMailSender } from './sendgrid-mail-sender';
export { isFromSendGrid, type SignedEvents } from './sendgrid-signature';
export { FailoverMailSender } from './failover-mail-sender';
export { DevelopmentMailbox } from './development-mailbox';
export { MailModule } from './mail.module';
export { MailboxHttpModule } from './mailbox.controller';
