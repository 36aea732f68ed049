import type { BillingProfileView, BillingProfileWrite, MemberBillingProfileView } from '@calmness/contracts';
import type { ReadableProfile } from '../application/read-billing-profile';
import { needsVatCheck, type BillingIdentity } from '../domain/billing-profile';

export function presentBillingProfile(profile: ReadableProfile): BillingProfileView {
  const { kind, name, city, country, siren, version } = profile;
  return {
    stored: version > 0,
    ...{ version, kind, name, city, country, siren },
    address_lines: profile.addressLines,
    postal_code: profile.postalCode,
    vat_number: profile.vatNumber,
    electronic_address: profile.electronicAddress,
    purchase_order: profile.purchaseOrder,
    vat_check: profile.vatCheck,
    vat_checked_on: profile.vatCheckedOn,
  };
}

/** For the staff: with the proof of whoever vouched for the number. */
export function presentMemberBillingProfile(profile: ReadableProfile): MemberBillingProfileView {
  const { country } = profile;
  const checkable =
    country !== null && needsVatCheck({ ...profile, country }) && profile.vatCheck !== 'valid';
  return {
    ...presentBillingProfile(profile),
    vat_check_proof: profile.vatCheckProof ?? null,
    available_actions: checkable ? ['vouch_for_vat_number'] : [],
  };
}

export function readBillingProfile(body: BillingProfileWrite): BillingIdentity & { version: number } {
  const { version, kind, name, city, country, siren } = body;
  return {
    ...{ version, kind, name, city, country, siren },
    addressLines: body.address_lines,
    postalCode: body.postal_code,
    vatNumber: body.vat_number,
    electronicAddress: body.electronic_address,
    purchaseOrder: body.purchase_order,
  };
}
