import type { VendorName } from '../outcome';

/** A token bucket: `perSecond` flows in, `burst` is the most it holds. */
export interface Pace {
  perSecond: number;
  burst: number;
}
export interface VendorPace {
  overall: Pace;
  /** The pace of one place behind the vendor; undefined where only the whole counts. */
  place?: (place: string) => Pace;
}

/** Twilio's sandbox number. */
export const whatsAppSandbox = '+14155238886';

/** Share of a pace that mass messages may take: the rest is always free for what cannot wait. */
export const bulkShare = 0.7;

const telegramPerson: Pace = { perSecond: 1, burst: 1 };
const telegramGroup: Pace = { perSecond: 18 / 60, burst: 1 };

/**
 * How fast each vendor is spoken to. A burst and a second's flow together stay under the limit the vendor
 * names (Telegram 30/s and 20/min in a group, Discord 50/s, Twilio 80/s), with room
 * for messages that travel at different speeds.
 */
const paces: Record<VendorName, VendorPace> = {
  mail: { overall: { perSecond: 200, burst: 100 }, place: () => ({ perSecond: 20, burst: 20 }) },
  telegram: {
    overall: { perSecond: 25, burst: 3 },
    // Groups and channels have negative ids; a person's is positive.
    place: (chatId) => (chatId.startsWith('-') ? telegramGroup : telegramPerson),
  },
  discord: { overall: { perSecond: 40, burst: 8 } },
  whatsapp: { overall: { perSecond: 70, burst: 8 } },
  push: { overall: { perSecond: 100, burst: 100 } },
};

/** The paces of this installation: the sandbox of Twilio takes one message every three seconds. */
export function pacesFor(whatsAppFrom: string | undefined): Record<VendorName, VendorPace> {
  if (whatsAppFrom !== whatsAppSandbox) return paces;
  return { ...paces, whatsapp: { overall: { perSecond: 1 / 3.1, burst: 1 } } };
}
