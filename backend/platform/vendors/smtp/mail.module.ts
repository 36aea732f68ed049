import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@calmness/platform/clock';
import { Config } from '@calmness/platform/config';
import { Adapters } from '@calmness/platform/observability';
import { DevelopmentMailbox } from './development-mailbox';
import { FailoverMailSender } from './failover-mail-sender';
import type { SendOutcome } from '../outcome';
import { MailSender } from './mail-sender';
import { SendGridMailSender } from './sendgrid-mail-sender';
import { SmtpMailSender } from './smtp-mail-sender';

/** Production without a provider: says so, sends nothing, loses nothing. */
class DisabledMailSender extends MailSender {
  readonly deduplicatesByMessageId = true;

  send(): Promise<SendOutcome> {
    return Promise.resolve({ kind: 'retryable', reason: 'SMTP_HOST is not set' });
  }
}

interface Provider {
  sender: MailSender;
  detail: string;
}

function smtpProvider({ smtp, fromEmail, vendors: { dkim } }: Config): Provider | undefined {
  if (!smtp) return undefined;
  const signed = dkim ? `, signed for ${dkim.domain}` : '';
  return {
    sender: new SmtpMailSender(smtp, fromEmail, { dkim }),
    detail: `SMTP through ${smtp.host}${signed}`,
  };
}

function sendGridProvider({ fromEmail, vendors: { sendGrid } }: Config, clock: Clock): Provider | undefined {
  if (!sendGrid) return undefined;
  return { sender: new SendGridMailSender(sendGrid, fromEmail, clock), detail: 'SendGrid' };
}

/** The providers that are configured, the one that is asked first in front; a second one only where it is wanted. */
function providersOf(config: Config, clock: Clock): Provider[] {
  const smtp = smtpProvider(config);
  const sendGrid = sendGridProvider(config, clock);
  const inOrder = config.vendors.mailFailover === 'smtp' ? [sendGrid, smtp] : [smtp, sendGrid];
  const configured = inOrder.filter((provider) => provider !== undefined);
  return config.vendors.mailFailover ? configured : configured.slice(0, 1);
}

function chooseSender(config: Config, dataSource: DataSource, clock: Clock, adapters: Adapters): MailSender {
  const [first, second] = providersOf(config, clock);
  if (first) {
    const detail = second
      ? `${first.detail}; what it does not accept goes to ${second.detail}`
      : first.detail;
    adapters.register('mail', () => ({ state: 'enabled', detail }));
    return second ? new FailoverMailSender(first.sender, second.sender, clock) : first.sender;
  }
  if (config.isProduction) {
    adapters.register('mail', () => ({ state: 'disabled', detail: 'SMTP_HOST is not set: mails wait' }));
    return new DisabledMailSender();
  }
  adapters.register('mail', () => ({ state: 'disabled', detail: 'no SMTP_HOST: mails go to /dev/mailbox' }));
  return new DevelopmentMailbox(dataSource, clock);
}

@Global()
@Module({
  providers: [
    { provide: MailSender, inject: [Config, DataSource, Clock, Adapters], useFactory: chooseSender },
    DevelopmentMailbox,
  ],
  exports: [MailSender, DevelopmentMailbox],
})
export class MailModule {}
