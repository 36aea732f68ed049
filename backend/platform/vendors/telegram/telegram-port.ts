import type { SendOutcome } from '../outcome';

export interface TelegramMessage {
  /** A linked person's id; up to 52 significant bits, hence text. */
  chatId: string;
  /** Telegram's HTML, escaped already; longer than 4 096 characters is cut at a word by the adapter. */
  html: string;
  /** One button under the text. */
  button?: { label: string; url: string };
}
/** One thing the bot was told. `id` rises; the same one may come twice. */
export interface TelegramUpdate {
  id: number;
  raw: unknown;
}

/** The academy's Telegram bot. Never retries by itself: a repeat would be a second message. */
export abstract class TelegramPort {
  /** False without a token: nothing is sent, and the pages say so. */
  abstract readonly enabled: boolean;
  /** The bot's own name, for deep links; null while Telegram does not answer. */
  abstract botName(): Promise<string | null>;
  abstract send(message: TelegramMessage): Promise<SendOutcome>;
  /** Long poll. @throws Error when Telegram does not answer, or a webhook is set (409) */
  abstract updatesAfter(id: number | null, waitSeconds: number): Promise<TelegramUpdate[]>;
  /** Updates are posted there from now on, with the secret in `X-Telegram-Bot-Api-Secret-Token`. */
  abstract listenAt(url: string, secret: string): Promise<void>;
  /** Updates are polled from now on. */
  abstract stopListening(): Promise<void>;
}
