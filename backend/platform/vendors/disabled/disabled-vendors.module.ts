import { Global, Module } from '@nestjs/common';
import { DiscordOAuth } from '../discord';
import { TelegramPort } from '../telegram';
import { WhatsAppPort } from '../twilio';

const refuse = (): never => {
  throw new Error('This vendor is not configured: ask `enabled` first');
};
const nothing = { enabled: false };

/** No vendor at all: every page says so, and nothing is sent. */
@Global()
@Module({
  providers: [
    {
      provide: TelegramPort,
      useValue: {
        ...nothing,
        botName: () => Promise.resolve(null),
        ...{ send: refuse, updatesAfter: refuse, listenAt: refuse, stopListening: refuse },
      } satisfies TelegramPort,
    },
    {
      provide: DiscordOAuth,
      useValue: {
        ...nothing,
        ...{ authorizeUrl: refuse, exchange: refuse, refresh: refuse, identify: refuse, revoke: refuse },
      } satisfies DiscordOAuth,
    },
    {
      provide: WhatsAppPort,
      useValue: {
        ...nothing,
        ...{ sendTemplate: refuse, sendText: refuse, sentTo: refuse, isGenuine: () => false },
      } satisfies WhatsAppPort,
    },
  ],
  exports: [TelegramPort, DiscordOAuth, WhatsAppPort],
})
export class DisabledVendorsModule {}
