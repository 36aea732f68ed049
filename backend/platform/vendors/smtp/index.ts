export { MailSender, type Mail, type MailAttachment } from './mail-sender';
export { outcomeOf, SmtpMailSender } from './smtp-mail-sender';
export { DevelopmentMailbox } from './development-mailbox';
export { MailModule } from './mail.module';
export { MailboxHttpModule } from './mailbox.controller';
