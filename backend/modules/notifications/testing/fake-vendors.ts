import { VendorGate, type Admission } from '@calmness/platform/vendors';
import { DiscordPort } from '@calmness/platform/vendors/discord';
import { PushPort } from '@calmness/platform/vendors/push';
import { MailSender } from '@calmness/platform/vendors/smtp';
import { TelegramPort } from '@calmness/platform/vendors/telegram';
import { WhatsAppPort } from '@calmness/platform/vendors/twilio';
import { FakeDiscord, FakeMailSender, FakePush, FakeTelegram, FakeWhatsApp } from './fakes';

/** Lets everything through, unless the test closes it. */
class OpenGate extends VendorGate {
  readonly closed = new Set<string>();
  readonly heardOf: string[] = [];
  turns: (Date | null)[] = [];
  /** What the last look before a message leaves finds. */
  holds: (Date | null)[] = [];

  admit(vendor: string, wanted: number): Promise<Admission> {
    const admitted = this.closed.has(vendor) ? 0 : wanted;
    return Promise.resolve({ admitted, againAt: new Date(8.64e15) });
  }

  closedUntil(): Promise<Date | null> {
    return Promise.resolve(this.holds.shift() ?? null);
  }

  admitTo(): Promise<Date | null> {
    return Promise.resolve(this.turns.shift() ?? null);
  }

  unused(): Promise<void> {
    return Promise.resolve();
  }

  heard(vendor: string, { kind }: { kind: string }): Promise<void> {
    this.heardOf.push(`${vendor} ${kind}`);
    return Promise.resolve();
  }

  pause(): Promise<void> {
    return Promise.resolve();
  }

  resume(): Promise<void> {
    return Promise.resolve();
  }

  health(): Promise<[]> {
    return Promise.resolve([]);
  }
}

/** Every provider of the outside, faked; one set for each composed process. */
export class FakeVendors {
  readonly gate = new OpenGate();
  readonly mail = new FakeMailSender();
  readonly telegram = new FakeTelegram();
  readonly discord = new FakeDiscord();
  readonly whatsApp = new FakeWhatsApp();
  readonly push = new FakePush();
  /** For `startTestContext`: each door to the outside, replaced. */
  readonly replace = [
    { token: MailSender, value: this.mail },
    { token: VendorGate, value: this.gate },
    { token: TelegramPort, value: this.telegram },
    { token: DiscordPort, value: this.discord },
    { token: WhatsAppPort, value: this.whatsApp },
    { token: PushPort, value: this.push },
  ];
}
