import type { CatalogueOf } from './catalogue-entry';
import type { Uuid } from './primitives';

/** What the outside told the academy: notifications is the only one it speaks to. */
export interface NotificationsEvents {
  /** Somebody wrote to the bot. */
  'notifications.telegram-message-received': {
    providerEventId: Uuid;
    telegramUserId: string;
    username: string | null;
    startTokenHash: string | null;
  };
  /** Somebody wrote to the academy's WhatsApp number. */
  'notifications.whatsapp-received': { providerEventId: Uuid; number: string; stop: boolean };
}

export const notificationsCatalogue: CatalogueOf<NotificationsEvents> = {
  'notifications.telegram-message-received': {
    summary: 'Somebody wrote to the bot; opening a link given out by the academy is one way to.',
    audience: 'handled',
    fields: {
      providerEventId: 'the stored update',
      telegramUserId: 'who wrote, decimal digits',
      username: 'his public name now, without @; null when he has none',
      startTokenHash: 'SHA-256 in hex of what followed `/start`; null for any other message',
    },
  },
  'notifications.whatsapp-received': {
    summary: 'Somebody wrote to the academy’s WhatsApp number.',
    audience: 'handled',
    fields: {
      providerEventId: 'the stored message',
      number: 'who wrote, E.164',
      stop: 'true when he asked for silence; such a message proves no number',
    },
  },
};
