import type { CatalogueOf } from './catalogue-entry';
import { type AccountsLinkingEvents, accountsLinkingCatalogue } from './accounts-linking.events';
import type { IsoInstant, Uuid } from './primitives';

/** Facts about people and their accounts. */
export interface AccountsEvents extends AccountsLinkingEvents {
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
  /** A legal text has a new version in force. */
  'accounts.legal-text-published': { code: string; version: number };
}

export const accountsCatalogue: CatalogueOf<AccountsEvents> = {
  ...accountsLinkingCatalogue,
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
  'accounts.legal-text-published': {
    summary: 'A legal text has a new version in force; members are asked to accept it at their next visit.',
    audience: 'informational',
    fields: { code: 'which text', version: 'its new version' },
  },
};
