import type { CatalogueOf } from './catalogue-entry';
import type { Uuid } from './primitives';

/** What the outside told the academy: notifications is the only one it speaks to. */
export interface NotificationsEvents {
  /** Somebody wrote to the bot. */
  'notifications.telegram-message-received': {
    providerEventId: Uuid;
    telegramUserId: string;
    sealedUsername: string | null;
    startTokenHash: string | null;
  };
  /** Somebody wrote to the academy's WhatsApp number. */
  'notifications.whatsapp-received': { providerEventId: Uuid; numberHash: string; stop: boolean };
}

export const notificationsCatalogue: CatalogueOf<NotificationsEvents> = {
  'notifications.telegram-message-received': {
    summary: 'Somebody wrote to the bot; opening a link given out by the academy is one way to.',
    audience: 'handled',
    fields: {
      providerEventId: 'the stored update',
      telegramUserId: 'who wrote, decimal digits',
      sealedUsername: 'his public name now, without @, sealed for `providerEventId`; null when he has none',
      startTokenHash: 'SHA-256 in hex of what followed `/start`; null for any other message',
    },
  },
  'notifications.whatsapp-received': {
    summary: 'Somebody wrote to the academy’s WhatsApp number.',
    audience: 'handled',
    fields: {
      providerEventId: 'the stored message',
      numberHash: 'who wrote: the keyed hash of `whatsapp:` and his number in E.164',
      stop: 'true when he asked for silence; such a message proves no number',
    },
  },
};
