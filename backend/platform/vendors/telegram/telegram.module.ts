import { Global, Module } from '@nestjs/common';
import { Config } from '@calmness/platform/config';
import { Adapters } from '@calmness/platform/observability';
import { DisabledTelegramPort } from './disabled-telegram-port';
import { NodeTelegramPort } from './node-telegram-port';
import { TelegramPort } from './telegram-port';

function choosePort({ vendors: { telegram } }: Config, adapters: Adapters): TelegramPort {
  if (!telegram) {
    const detail = 'TELEGRAM_BOT_TOKEN is not set: nothing is sent to Telegram';
    adapters.register('telegram', () => ({ state: 'disabled', detail }));
    return new DisabledTelegramPort();
  }
  const { host } = new URL(telegram.apiRoot);
  adapters.register('telegram', () => ({ state: 'enabled', detail: `the bot speaks to ${host}` }));
  return new NodeTelegramPort(telegram);
}

@Global()
@Module({
  providers: [{ provide: TelegramPort, inject: [Config, Adapters], useFactory: choosePort }],
  exports: [TelegramPort],
})
export class TelegramModule {}
