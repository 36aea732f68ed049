import type { SendOutcome } from '../outcome';
import { TelegramPort, type TelegramUpdate } from './telegram-port';

/** Without a token: sends nothing and says so. */
export class DisabledTelegramPort extends TelegramPort {
  readonly enabled = false;

  botName(): Promise<string | null> {
    return Promise.resolve(null);
  }

  send(): Promise<SendOutcome> {
    return Promise.resolve({ kind: 'retryable', reason: 'TELEGRAM_BOT_TOKEN is not set' });
  }

  updatesAfter(): Promise<TelegramUpdate[]> {
    return Promise.resolve([]);
  }

  listenAt(): Promise<void> {
    return Promise.reject(new Error('TELEGRAM_BOT_TOKEN is not set'));
  }

  stopListening(): Promise<void> {
    return Promise.resolve();
  }
}
