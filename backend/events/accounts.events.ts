import type { CatalogueOf } from './catalogue-entry';
import type { Uuid } from './primitives';

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
  /** A field of the profile changed. */
  'accounts.profile-updated': { memberId: Uuid; version: number };
  /** The right to pay was gained or lost. */
  'accounts.payment-eligibility-changed': { memberId: Uuid; canMakePayment: boolean };
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
};
