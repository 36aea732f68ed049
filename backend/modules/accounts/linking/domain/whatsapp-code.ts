import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Uuid } from '@calmness/platform/ids';

/** How long a code works. */
export const whatsAppCodeMinutes = 10;
/** How often a code may be guessed. */
export const whatsAppCodeAttempts = 5;

/** Six digits that follow from the row and our key: the same at every retry, stored nowhere. */
export function whatsAppCode(secret: string, proofId: Uuid): string {
  const mac = createHmac('sha256', secret).update(`whatsapp-code|${proofId}`).digest();
  return String(mac.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

/** The code as typed, spaces and all. */
export function isWhatsAppCode(typed: string, code: string): boolean {
  const digits = typed.replaceAll(/\s/g, '');
  return /^\d{6}$/.test(digits) && timingSafeEqual(Buffer.from(digits), Buffer.from(code));
}
