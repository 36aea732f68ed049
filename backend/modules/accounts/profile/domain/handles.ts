import type { FieldErrorCode } from '@calmness/contracts';

/** A name as it is stored, or why it is refused. */
export type HandleReading = { name: string } | { fault: FieldErrorCode };

const telegramShape = /^@?[A-Za-z][A-Za-z0-9_]{4,31}$/;
const discordShape = /^[a-z0-9._]{2,32}$/;
const discordTag = /^.+#\d{4}$/;

/** A public Telegram name, with or without its @; stored with it. */
export function readTelegramName(typed: string): HandleReading {
  const name = typed.trim();
  if (!telegramShape.test(name)) return { fault: 'pattern' };
  return { name: name.startsWith('@') ? name : `@${name}` };
}

/** A Discord name of today: lower case, no discriminator. `name#1234` was retired in 2023. */
export function readDiscordName(typed: string): HandleReading {
  const name = typed.trim().toLowerCase();
  if (discordTag.test(name)) return { fault: 'retired_format' };
  return discordShape.test(name) ? { name } : { fault: 'pattern' };
}
