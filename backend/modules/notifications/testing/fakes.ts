import type { Uuid } from '@calmness/platform/ids';
import { SubjectSource, type SubjectDescription } from '@calmness/platform/subjects';
import type { SendOutcome } from '@calmness/platform/vendors';
import { DiscordPort, type DiscordMessage } from '@calmness/platform/vendors/discord';
import { PushPort, type PushMessage } from '@calmness/platform/vendors/push';
import { MailSender, type Mail } from '@calmness/platform/vendors/smtp';
import { TelegramPort, type TelegramMessage, type TelegramUpdate } from '@calmness/platform/vendors/telegram';
import {
  WhatsAppPort,
  type WhatsAppSent,
  type WhatsAppTemplateMessage,
  type WhatsAppTextMessage,
} from '@calmness/platform/vendors/twilio';

/** A subject that says what the test wants it to say. */
export class FakeSubject extends SubjectSource {
  description: SubjectDescription | null = {
    title: 'Premium',
    url: '/user/payments',
    facts: { amount: '49,00 €', plan: 'Premium', reference: 'CAL-ABC234', number: 'CT-20261120-0001' },
    stillTrue: true,
  };

  constructor(readonly kind: string) {
    super();
  }

  describe(_subjectId: Uuid, _recipientId: Uuid): Promise<SubjectDescription | null> {
    return Promise.resolve(this.description);
  }
}

/** A provider that answers from a script and keeps what it was handed. */
export class FakeMailSender extends MailSender {
  deduplicatesByMessageId = false;
  readonly sent: Mail[] = [];
  readonly answers: (SendOutcome | Error)[] = [];

  send(mail: Mail): Promise<SendOutcome> {
    this.sent.push(mail);
    const answer = this.answers.shift() ?? { kind: 'accepted', providerId: mail.messageId };
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  }
}

type Answer = SendOutcome | Error;

/** What every faked provider has: a script of answers, and what it was handed. */
class Script<Message> {
  readonly sent: Message[] = [];
  readonly answers: Answer[] = [];

  take(message: Message): Promise<SendOutcome> {
    this.sent.push(message);
    const answer = this.answers.shift() ?? { kind: 'accepted', providerId: `p-${this.sent.length}` };
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  }

  clear(): void {
    this.sent.length = 0;
    this.answers.length = 0;
  }
}

export class FakeTelegram extends TelegramPort {
  enabled = true;
  readonly script = new Script<TelegramMessage>();
  readonly updates: TelegramUpdate[] = [];

  botName(): Promise<string | null> {
    return Promise.resolve('calmness_test_bot');
  }

  send(message: TelegramMessage): Promise<SendOutcome> {
    return this.script.take(message);
  }

  updatesAfter(id: number | null): Promise<TelegramUpdate[]> {
    return Promise.resolve(this.updates.filter((update) => id === null || update.id > id));
  }

  listenAt(): Promise<void> {
    return Promise.resolve();
  }

  stopListening(): Promise<void> {
    return Promise.resolve();
  }
}

export class FakeDiscord extends DiscordPort {
  enabled = true;
  readonly script = new Script<DiscordMessage>();

  send(message: DiscordMessage): Promise<SendOutcome> {
    return this.script.take(message);
  }
}

export class FakeWhatsApp extends WhatsAppPort {
  enabled = true;
  readonly templates = new Script<WhatsAppTemplateMessage>();
  readonly texts = new Script<WhatsAppTextMessage>();
  /** What a look-up finds, with the moment the provider took it. */
  known: (WhatsAppSent & { at: Date })[] = [];

  sendTemplate(message: WhatsAppTemplateMessage): Promise<SendOutcome> {
    return this.templates.take(message);
  }

  sendText(message: WhatsAppTextMessage): Promise<SendOutcome> {
    return this.texts.take(message);
  }

  sentTo(_to: string, since: Date): Promise<WhatsAppSent[]> {
    return Promise.resolve(this.known.filter(({ at }) => at >= toTheSecond(since)));
  }

  isGenuine(signature: string): boolean {
    return signature === 'genuine';
  }
}

/** As Twilio dates its messages. */
function toTheSecond(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / 1_000) * 1_000);
}

export class FakePush extends PushPort {
  enabled = true;
  readonly publicKey = 'BPublicKey';
  readonly script = new Script<PushMessage>();

  send(message: PushMessage): Promise<SendOutcome> {
    return this.script.take(message);
  }
}
/** No wake-up but the test's own: stands in for the `TickScheduler` where the clock jumps. */
export const noTicks = { wake: (): void => undefined };
