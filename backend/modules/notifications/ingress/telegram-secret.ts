import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyRing } from '@calmness/platform/config';

/** What Telegram repeats in `X-Telegram-Bot-Api-Secret-Token`: its only proof of being Telegram. */
export function telegramSecret(keys: KeyRing): string {
  return macOf(keys.current().secret);
}

/** True for today's secret, and for one given out before the key was replaced. */
export function isTelegram(keys: KeyRing, shown: string | undefined): boolean {
  const given = Buffer.from(shown ?? '');
  return keys.all().some(({ secret }) => {
    const expected = Buffer.from(macOf(secret));
    return expected.length === given.length && timingSafeEqual(expected, given);
  });
}

function macOf(secret: string): string {
  return createHmac('sha256', secret).update('telegram-webhook').digest('base64url');
}
