import type { CatalogueOf } from './catalogue-entry';
import type { IsoInstant, Uuid } from './primitives';

/** Facts about people and their accounts. */
export interface AccountsEvents {
  /** A stranger registered; the address is not proven yet. */
  'accounts.member-registered': { memberId: Uuid };
  /** A link to prove the address is wanted; the mail is written from the token row. */
  'accounts.verification-requested': { memberId: Uuid; tokenId: Uuid };
  /** Somebody tried to register an address that has an account. */
  'accounts.known-address-registered': { memberId: Uuid };
  /** The member opened the link: the address is his. */
  'accounts.email-verified': { memberId: Uuid };
  /** The staff opened an account for somebody; the mail is written from the token row. */
  'accounts.member-invited': { memberId: Uuid; tokenId: Uuid };
  /** A link to choose another password is wanted; the mail is written from the token row. */
  'accounts.password-reset-requested': { memberId: Uuid; tokenId: Uuid };
  /** Another password is in place, and the sessions of the old one ended. */
  'accounts.password-changed': { memberId: Uuid };
  /** The member came in with a browser that is not his first and that nobody knew. */
  'accounts.new-device-seen': { memberId: Uuid; sessionId: Uuid };
  /** The second factor was switched on or off. */
  'accounts.two-factor-changed': { memberId: Uuid; enabled: boolean };
  /** A passkey was made or given up. */
  'accounts.passkey-changed': { memberId: Uuid; added: boolean };
  /** The member fears somebody else is in: keys and links to the outside have to end. */
  'accounts.account-secured': { memberId: Uuid };
  /** The member wants another address; both addresses are asked. */
  'accounts.email-change-requested': {
    memberId: Uuid;
    changeId: Uuid;
    oldTokenId: Uuid;
    newTokenId: Uuid;
  };
  /** Both addresses agreed: the new one is in force. */
  'accounts.email-changed': { memberId: Uuid; changeId: Uuid };
  /** A field of the profile changed. */
  'accounts.profile-updated': { memberId: Uuid; version: number };
  /** The right to pay was gained or lost. */
  'accounts.payment-eligibility-changed': { memberId: Uuid; canMakePayment: boolean };
  /** A member chose something in his settings; the choices of privacy are told with it. */
  'accounts.settings-changed': {
    memberId: Uuid;
    version: number;
    analyticsOptOut: boolean;
    shareWithMentors: boolean;
    audienceProfileOptIn: boolean;
  };
  /** A member wants the archive of his data. */
  'accounts.export-requested': { exportId: Uuid; memberId: Uuid };
  /** The archive can be downloaded, for a week. */
  'accounts.export-ready': { exportId: Uuid; memberId: Uuid };
  /** An account is to be erased; it can be called off until then. */
  'accounts.erasure-scheduled': {
    erasureId: Uuid;
    memberId: Uuid;
    origin: 'member' | 'staff' | 'inactivity';
    executeAfter: IsoInstant;
  };
  /** The erasure was called off. */
  'accounts.erasure-cancelled': { erasureId: Uuid; memberId: Uuid };
  /** Every domain has forgotten the member. */
  'accounts.member-erased': { memberId: Uuid; erasureId: Uuid };
  /** An account was not used for almost two years. */
  'accounts.inactivity-warned': { warningId: Uuid; memberId: Uuid };
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
  /** A legal text has a new version in force. */
  'accounts.legal-text-published': { code: string; version: number };
}

export const accountsCatalogue: CatalogueOf<AccountsEvents> = {
  'accounts.member-registered': {
    summary: 'A stranger registered; the address is not proven yet.',
    audience: 'handled',
    fields: { memberId: 'the new member' },
  },
  'accounts.verification-requested': {
    summary: 'A link to prove the address is wanted; the mail is written from the token row.',
    audience: 'handled',
    fields: { memberId: 'whose address', tokenId: 'row of the single-use token' },
  },
  'accounts.known-address-registered': {
    summary: 'Somebody tried to register an address that has an account; its owner is told by mail.',
    audience: 'handled',
    fields: { memberId: 'the owner of the address' },
  },
  'accounts.email-verified': {
    summary: 'The member opened the link: the address is his.',
    audience: 'handled',
    fields: { memberId: 'whose address' },
  },
  'accounts.member-invited': {
    summary: 'The staff opened an account for somebody; the mail is written from the token row.',
    audience: 'handled',
    fields: { memberId: 'the new member', tokenId: 'row the link is derived from' },
  },
  'accounts.password-reset-requested': {
    summary: 'A link to choose another password is wanted; the mail is written from the token row.',
    audience: 'handled',
    fields: { memberId: 'whose password', tokenId: 'row of the single-use token' },
  },
  'accounts.password-changed': {
    summary: 'Another password is in place, and the sessions of the old one ended.',
    audience: 'handled',
    fields: { memberId: 'whose password' },
  },
  'accounts.new-device-seen': {
    summary: 'The member came in with a browser that is not his first and that nobody knew.',
    audience: 'handled',
    fields: { memberId: 'who came in', sessionId: 'the session that was opened' },
  },
  'accounts.two-factor-changed': {
    summary: 'The second factor was switched on or off.',
    audience: 'handled',
    fields: { memberId: 'whose factor', enabled: 'the state after the change' },
  },
  'accounts.passkey-changed': {
    summary: 'A passkey was made or given up.',
    audience: 'handled',
    fields: { memberId: 'whose passkey', added: 'true when it was made' },
  },
  'accounts.account-secured': {
    summary: 'The member fears somebody else is in: keys and links to the outside have to end.',
    audience: 'handled',
    fields: { memberId: 'whose account' },
  },
  'accounts.email-change-requested': {
    summary: 'The member wants another address; both addresses are asked.',
    audience: 'handled',
    fields: {
      memberId: 'whose address',
      changeId: 'the change both have to agree to',
      oldTokenId: 'row of the link for the present address',
      newTokenId: 'row of the link for the wanted address',
    },
  },
  'accounts.email-changed': {
    summary: 'Both addresses agreed: the new one is in force.',
    audience: 'handled',
    fields: { memberId: 'whose address', changeId: 'the change that was carried out' },
  },
  'accounts.profile-updated': {
    summary: 'A field of the profile changed.',
    audience: 'handled',
    fields: { memberId: 'whose profile', version: 'version of the profile after the change' },
  },
  'accounts.payment-eligibility-changed': {
    summary: 'The right to pay was gained or lost.',
    audience: 'informational',
    fields: { memberId: 'whose right', canMakePayment: 'the state after the change' },
  },
  'accounts.settings-changed': {
    summary: 'A member chose something in his settings; the choices of privacy are told with it.',
    audience: 'informational',
    fields: {
      memberId: 'whose settings',
      version: 'version of the settings after the change; an older one arriving late changes nothing',
      analyticsOptOut: 'true when he is not to be counted',
      shareWithMentors: 'true when mentors may read his progress',
      audienceProfileOptIn:
        'true when age range and gender may be added up with those of nine others at least',
    },
  },
  'accounts.export-requested': {
    summary: 'A member wants the archive of his data.',
    audience: 'handled',
    fields: { exportId: 'the export', memberId: 'whose data' },
  },
  'accounts.export-ready': {
    summary: 'The archive of a member can be downloaded, for a week.',
    audience: 'handled',
    fields: { exportId: 'the export', memberId: 'whose data' },
  },
  'accounts.erasure-scheduled': {
    summary: 'An account is to be erased; it can be called off until then.',
    audience: 'handled',
    fields: {
      erasureId: 'the erasure',
      memberId: 'who is to be forgotten',
      origin: 'who wants it',
      executeAfter: 'instant before which nothing is erased',
    },
  },
  'accounts.erasure-cancelled': {
    summary: 'The erasure of an account was called off.',
    audience: 'handled',
    fields: { erasureId: 'the erasure', memberId: 'who stays' },
  },
  'accounts.member-erased': {
    summary: 'Every domain has forgotten the member; only what the law asks for is left, without a name.',
    audience: 'handled',
    fields: { memberId: 'the number nobody is behind any more', erasureId: 'the erasure' },
  },
  'accounts.inactivity-warned': {
    summary: 'An account was not used for almost two years; it will be erased unless its owner comes back.',
    audience: 'handled',
    fields: { warningId: 'the warning', memberId: 'whose account' },
  },
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
  'accounts.legal-text-published': {
    summary: 'A legal text has a new version in force; members are asked to accept it at their next visit.',
    audience: 'informational',
    fields: { code: 'which text', version: 'its new version' },
  },
};
