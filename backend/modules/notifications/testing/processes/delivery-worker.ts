import 'reflect-metadata';
import { Global, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { AccountsModule } from '@calmness/accounts';
import { PersonalDataModule } from '@calmness/platform/composition';
import { readConfig } from '@calmness/platform/config';
import { EventsWorkerModule } from '@calmness/platform/events';
import { SubjectSources, type SubjectDescription } from '@calmness/platform/subjects';
import { platformImports } from '@calmness/platform/testing';
import { VendorGateModule, VendorsModule, type SendOutcome } from '@calmness/platform/vendors';
import { DiscordPort, type DiscordMessage } from '@calmness/platform/vendors/discord';
import { PushPort, type PushMessage } from '@calmness/platform/vendors/push';
import { MailModule, MailSender, type Mail } from '@calmness/platform/vendors/smtp';
import { TelegramPort, type TelegramMessage } from '@calmness/platform/vendors/telegram';
import {
  WhatsAppPort,
  type WhatsAppSent,
  type WhatsAppTemplateMessage,
} from '@calmness/platform/vendors/twilio';
import { NotificationsJobsModule } from '../../notifications-jobs.module';
import { FakeSubject, FakeTelegram, FakeWhatsApp } from '../fakes';

/** `mortal`: dies about once in so many messages, before or after the provider has one, or at any moment at all. */
const [life = 'immortal', oneIn = '1', witnessUrl = ''] = process.argv.slice(2);
const witness = new pg.Pool({ connectionString: witnessUrl, max: 10 });

function dieSometimes(): void {
  if (life === 'mortal' && Math.random() * Number(oneIn) < 1) process.kill(process.pid, 'SIGKILL');
}

/** A provider: what it accepted is a row of a server of its own. */
async function accept(channel: string, words: string, repeatMark: string): Promise<SendOutcome> {
  dieSometimes();
  // Discord's words have their signs escaped.
  const subject = /S-([\da-f-]{36})/.exec(words.replaceAll('\\', ''))?.[1] ?? 'none';
  await witness.query('INSERT INTO accepted (channel, subject, mark, words) VALUES ($1, $2, $3, $4)', [
    ...[channel, subject, repeatMark, words],
  ]);
  dieSometimes();
  return { kind: 'accepted', providerId: `${channel}-${subject}` };
}

class WitnessedMail extends MailSender {
  readonly deduplicatesByMessageId = false;
  send = ({ text, messageId }: Mail) => accept('email', text, messageId);
}
class WitnessedTelegram extends FakeTelegram {
  override send = ({ html }: TelegramMessage) => accept('telegram', html, '');
}
class WitnessedDiscord extends DiscordPort {
  readonly enabled = true;
  send = ({ text, nonce }: DiscordMessage) => accept('discord', text, nonce);
}
class WitnessedPush extends PushPort {
  readonly enabled = true;
  readonly publicKey = 'key';
  send = ({ payload, topic = '' }: PushMessage) => accept('push', payload, topic);
}
class WitnessedWhatsApp extends FakeWhatsApp {
  override sendTemplate = ({ variables }: WhatsAppTemplateMessage) =>
    accept('whatsapp', Object.values(variables).join(' '), '');

  /** Everything it has since then: a number is one member's, its messages name their subjects. */
  override async sentTo(_to: string, since: Date): Promise<WhatsAppSent[]> {
    const { rows } = await witness.query<{ subject: string; words: string }>(
      `SELECT subject, words FROM accepted WHERE channel = 'whatsapp' AND at >= date_trunc('second', $1::timestamptz)`,
      [since],
    );
    return rows.map(({ subject, words }) => ({
      providerId: `whatsapp-${subject}`,
      status: 'sent',
      body: words,
    }));
  }
}

/** Names itself in every message, so that the witness knows what it was about. */
@Injectable()
class NamedSubject extends FakeSubject {
  override describe(subjectId: string): Promise<SubjectDescription> {
    const facts = { plan: `S-${subjectId}`, lastDay: '19/12/2026', firstName: 'Awa' };
    return Promise.resolve({ title: 'Premium', url: '/user/payments', facts, stillTrue: true });
  }
}

const doors = [
  { provide: MailSender, useValue: new WitnessedMail() },
  { provide: TelegramPort, useValue: new WitnessedTelegram() },
  { provide: DiscordPort, useValue: new WitnessedDiscord() },
  { provide: PushPort, useValue: new WitnessedPush() },
  { provide: WhatsAppPort, useValue: new WitnessedWhatsApp() },
  {
    provide: SubjectSources,
    useValue: new SubjectSources([
      new NamedSubject('billing.subscription'),
      new FakeSubject('accounts.member'),
    ]),
  },
];

@Global()
@Module({ providers: doors, exports: doors.map(({ provide }) => provide) })
class WitnessedDoors {}

const config = readConfig();

@Module({
  imports: [
    ...platformImports(config).filter((part) => part !== VendorsModule && part !== MailModule),
    ...[VendorGateModule, WitnessedDoors, EventsWorkerModule, AccountsModule, NotificationsJobsModule],
    PersonalDataModule.of({ imports: [], sources: [] }),
  ],
})
class MortalModule {}

const app = await NestFactory.createApplicationContext(MortalModule, { logger: false, abortOnError: false });
app.enableShutdownHooks();
process.once('disconnect', () => process.exit(0));
// At any line at all, also where nothing is sent.
if (life === 'mortal') setTimeout(() => process.kill(process.pid, 'SIGKILL'), 2_000 + Math.random() * 6_000);
process.send?.('ready');
