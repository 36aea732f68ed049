import { Global, Module, type DynamicModule } from '@nestjs/common';
import {
  DiscordGrantEnded,
  DiscordOAuth,
  type DiscordGrant,
  type DiscordPerson,
} from '@calmness/platform/vendors/discord';
import { TelegramPort } from '@calmness/platform/vendors/telegram';
import { WhatsAppPort } from '@calmness/platform/vendors/twilio';

const unused = (): never => {
  throw new Error('Accounts does not ask this of a vendor');
};

export class FakeTelegram extends TelegramPort {
  enabled = true;
  name: string | null = 'CalmnessBot';

  botName(): Promise<string | null> {
    return Promise.resolve(this.name);
  }
  send = unused;
  updatesAfter = unused;
  listenAt = unused;
  stopListening = unused;
}

/** A Discord where a code names the person who agreed; every refresh gives other tokens, and ends the old ones. */
export class FakeDiscord extends DiscordOAuth {
  enabled = true;
  readonly people = new Map<string, DiscordPerson>();
  readonly asked: { state: string; challenge: string; redirectUri: string }[] = [];
  readonly exchanged: { code: string; verifier: string; redirectUri: string }[] = [];
  readonly refreshed: string[] = [];
  readonly revoked: string[] = [];
  /** Thrown by whatever is asked next, until it is taken away. */
  failing: Error | undefined;
  grantEndsAt = new Date('2026-11-27T09:00:00Z');
  private grants = 0;

  authorizeUrl(request: { state: string; challenge: string; redirectUri: string }): string {
    this.asked.push(request);
    return `https://discord.example/oauth2/authorize?state=${request.state}`;
  }
  async exchange(answer: { code: string; verifier: string; redirectUri: string }): Promise<DiscordGrant> {
    await this.answer();
    this.exchanged.push(answer);
    if (!this.people.has(answer.code)) throw new DiscordGrantEnded();
    return this.grantOf(answer.code);
  }
  async refresh(refreshToken: string): Promise<DiscordGrant> {
    await this.answer();
    if (this.refreshed.includes(refreshToken)) throw new DiscordGrantEnded();
    this.refreshed.push(refreshToken);
    return this.grantOf(refreshToken.split('-')[0] ?? '');
  }
  async identify(accessToken: string): Promise<DiscordPerson> {
    await this.answer();
    const person = this.people.get(accessToken.split('-')[0] ?? '');
    if (!person) throw new DiscordGrantEnded();
    return person;
  }
  async revoke(token: string): Promise<void> {
    await this.answer();
    this.revoked.push(token);
  }

  private answer(): Promise<void> {
    return this.failing ? Promise.reject(this.failing) : Promise.resolve();
  }
  private grantOf(code: string): DiscordGrant {
    this.grants += 1;
    return {
      ...{ accessToken: `${code}-access${this.grants}`, refreshToken: `${code}-refresh${this.grants}` },
      ...{ expiresAt: this.grantEndsAt, scopes: ['identify', 'guilds.join'] },
    };
  }
}

export class FakeWhatsApp extends WhatsAppPort {
  enabled = true;
  sendTemplate = unused;
  sendText = unused;
  sentTo = unused;
  isGenuine = unused;
}

export interface FakeVendors {
  telegram: FakeTelegram;
  discord: FakeDiscord;
  whatsapp: FakeWhatsApp;
}

export function fakeVendors(): FakeVendors {
  return { telegram: new FakeTelegram(), discord: new FakeDiscord(), whatsapp: new FakeWhatsApp() };
}

/** For `startTestContext`: the vendors accounts asks, replaced. */
export function replacing({ telegram, discord, whatsapp }: FakeVendors) {
  return [
    { token: TelegramPort, value: telegram },
    { token: DiscordOAuth, value: discord },
    { token: WhatsAppPort, value: whatsapp },
  ];
}

/** For a composition without the real ones: an application cannot be told afterwards. */
export function vendorsModule(vendors: FakeVendors): DynamicModule {
  const providers = replacing(vendors).map(({ token, value }) => ({ provide: token, useValue: value }));
  return { module: FakeVendorsModule, providers, exports: providers.map(({ provide }) => provide) };
}

@Global()
@Module({})
class FakeVendorsModule {}
