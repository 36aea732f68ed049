import type { CatalogueOf } from './catalogue-entry';
import type { Uuid } from './primitives';

/** Facts about where else members are known: Telegram, Discord, WhatsApp. */
export interface AccountsLinkingEvents {
  /** A Telegram or Discord account is proven to be the member's. */
  'accounts.external-account-linked': {
    memberId: Uuid;
    platform: 'telegram' | 'discord';
    externalAccountId: Uuid;
  };
  /** A Telegram or Discord account is the member's no longer. */
  'accounts.external-account-unlinked': {
    memberId: Uuid;
    platform: 'telegram' | 'discord';
    externalAccountId: Uuid;
  };
  /** Somebody tried to link an account and could not. */
  'accounts.external-link-refused': {
    memberId: Uuid | null;
    platform: 'telegram' | 'discord';
    reason: 'unknown' | 'expired' | 'used' | 'taken';
  };
  /** Another member tried to link an account that has an owner. */
  'accounts.external-link-contested': {
    memberId: Uuid;
    platform: 'telegram' | 'discord';
    externalAccountId: Uuid;
  };
  /** A platform ended what the member granted: he has to connect again. */
  'accounts.external-account-expired': {
    memberId: Uuid;
    platform: 'discord';
    externalAccountId: Uuid;
  };
  /** A member wants his WhatsApp number proven; the code is derived from the row. */
  'accounts.whatsapp-code-requested': { memberId: Uuid; proofId: Uuid };
  /** The WhatsApp number is the member's, and he wants messages there. */
  'accounts.whatsapp-verified': { memberId: Uuid; proofId: Uuid };
  /** Nothing goes to the member's WhatsApp number any more. */
  'accounts.whatsapp-unverified': { memberId: Uuid };
}

export const accountsLinkingCatalogue: CatalogueOf<AccountsLinkingEvents> = {
  'accounts.external-account-linked': {
    summary: 'A Telegram or Discord account is proven to be the member’s.',
    audience: 'handled',
    fields: {
      memberId: 'whose account',
      platform: 'where it is',
      externalAccountId: 'the link; `ContactBook` tells the present id',
    },
  },
  'accounts.external-account-unlinked': {
    summary: 'A Telegram or Discord account is the member’s no longer.',
    audience: 'informational',
    fields: {
      memberId: 'whose account it was',
      platform: 'where it is',
      externalAccountId: 'the link that ended; its row is gone',
    },
  },
  'accounts.external-link-refused': {
    summary: 'Somebody tried to link an account and could not; nothing changed.',
    audience: 'informational',
    fields: {
      memberId: 'whose link was opened; null when nobody gave it out',
      platform: 'where it was opened',
      reason: 'why it was refused',
    },
  },
  'accounts.external-link-contested': {
    summary: 'Another member tried to link an account that has an owner; the owner is told, nothing changed.',
    audience: 'handled',
    fields: {
      memberId: 'the owner',
      platform: 'where the account is',
      externalAccountId: 'the owner’s link',
    },
  },
  'accounts.external-account-expired': {
    summary: 'A platform ended what the member granted: he has to connect again.',
    audience: 'handled',
    fields: { memberId: 'whose account', platform: 'where it is', externalAccountId: 'the link' },
  },
  'accounts.whatsapp-code-requested': {
    summary: 'A member wants his WhatsApp number proven; the code is derived from the row.',
    audience: 'handled',
    fields: { memberId: 'who asked', proofId: 'row the code is derived from' },
  },
  'accounts.whatsapp-verified': {
    summary: 'The WhatsApp number is the member’s, and he wants messages there.',
    audience: 'informational',
    fields: { memberId: 'whose number', proofId: 'the proof, with the words he agreed to' },
  },
  'accounts.whatsapp-unverified': {
    summary:
      'Nothing goes to the member’s WhatsApp number any more: he changed it, gave it up, or it is another’s.',
    audience: 'informational',
    fields: { memberId: 'whose number it was' },
  },
};
