import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@calmness/platform/clock';
import { Config } from '@calmness/platform/config';
import { Adapters } from '@calmness/platform/observability';
import { DevelopmentMailbox } from './development-mailbox';
import type { SendOutcome } from '../outcome';
import { MailSender } from './mail-sender';
import { SmtpMailSender } from './smtp-mail-sender';

/** Production without SMTP: says so, sends nothing, loses nothing. */
class DisabledMailSender extends MailSender {
  readonly deduplicatesByMessageId = true;

  send(): Promise<SendOutcome> {
    return Promise.resolve({ kind: 'retryable', reason: 'SMTP_HOST is not set' });
  }
}

function chooseSender(config: Config, dataSource: DataSource, clock: Clock, adapters: Adapters): MailSender {
  if (config.smtp) {
    const { host } = config.smtp;
    adapters.register('mail', () => ({ state: 'enabled', detail: `SMTP through ${host}` }));
    return new SmtpMailSender(config.smtp, config.fromEmail);
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
