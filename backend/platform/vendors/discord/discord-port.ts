import type { SendOutcome } from '../outcome';

export interface DiscordMessage {
  /** Snowflake of the linked person. */
  userId: string;
  /** Plain text, Markdown escaped already; 2 000 characters at most, longer is cut at a word by the adapter. */
  text: string;
  /** Stable over retries, 25 characters at most: Discord answers the first message again. */
  nonce: string;
}

/** The academy's Discord bot, for messages to people who asked for them. Never retries by itself. */
export abstract class DiscordPort {
  abstract readonly enabled: boolean;
  abstract send(message: DiscordMessage): Promise<SendOutcome>;
}
