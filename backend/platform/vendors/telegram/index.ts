export { TelegramPort, type TelegramMessage, type TelegramUpdate } from './telegram-port';
export { NodeTelegramPort, type TelegramTimeouts } from './node-telegram-port';
export { DisabledTelegramPort } from './disabled-telegram-port';
export { TelegramModule } from './telegram.module';
