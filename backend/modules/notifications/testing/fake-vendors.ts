import { Global, Module, type DynamicModule } from '@nestjs/common';
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

  admit(vendor: string, wanted: number): Promise<Admission> {
    const admitted = this.closed.has(vendor) ? 0 : wanted;
    return Promise.resolve({ admitted, againAt: new Date(8.64e15) });
  }

  admitTo(): Promise<Date | null> {
    return Promise.resolve(this.turns.shift() ?? null);
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

@Global()
@Module({})
class FakeVendorsModule {}

/** Every provider of the outside, faked; one set for each composed process. */
export class FakeVendors {
  readonly gate = new OpenGate();
  readonly mail = new FakeMailSender();
  readonly telegram = new FakeTelegram();
  readonly discord = new FakeDiscord();
  readonly whatsApp = new FakeWhatsApp();
  readonly push = new FakePush();
  readonly replace = [{ token: MailSender, value: this.mail }];

  get module(): DynamicModule {
    const providers = [
      { provide: VendorGate, useValue: this.gate },
      { provide: TelegramPort, useValue: this.telegram },
      { provide: DiscordPort, useValue: this.discord },
      { provide: WhatsAppPort, useValue: this.whatsApp },
      { provide: PushPort, useValue: this.push },
    ];
    return {
      module: FakeVendorsModule,
      providers,
      exports: providers.map(({ provide }) => provide),
    };
  }
}
