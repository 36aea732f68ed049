import type { BillingProfileView, BillingProfileWrite, BuyerKind } from '@calmness/contracts';

/** An empty input means that there is none. */
export interface IdentityForm {
  kind: BuyerKind;
  name: string;
  country: string;
  /** One line each. */
  address_lines: string;
  postal_code: string;
  city: string;
  siren: string;
  vat_number: string;
  electronic_address: string;
  purchase_order: string;
}

export const blankIdentity: IdentityForm = {
  kind: 'person',
  name: '',
  country: '',
  address_lines: '',
  postal_code: '',
  city: '',
  siren: '',
  vat_number: '',
  electronic_address: '',
  purchase_order: '',
};

export function identityFormOf(profile: BillingProfileView): IdentityForm {
  const { kind, name, postal_code, city } = profile;
  return {
    ...{ kind, name, postal_code, city },
    country: profile.country ?? '',
    address_lines: profile.address_lines.join('\n'),
    siren: profile.siren ?? '',
    vat_number: profile.vat_number ?? '',
    electronic_address: profile.electronic_address ?? '',
    purchase_order: profile.purchase_order ?? '',
  };
}

const compact = (text: string): string | null => text.replaceAll(/[\s.-]/g, '').toUpperCase() || null;

/** A person sends no identifiers, whatever was typed while the switch said company. */
export function identityWriteOf(form: IdentityForm, version: number): BillingProfileWrite {
  const company = form.kind === 'company';
  const lines = form.address_lines.split('\n').map((line) => line.trim());
  return {
    version,
    kind: form.kind,
    name: form.name.trim(),
    address_lines: lines.filter((line) => line !== ''),
    postal_code: form.postal_code.trim(),
    city: form.city.trim(),
    country: form.country,
    siren: company && hasSiren(form.country) ? compact(form.siren) : null,
    vat_number: company ? compact(form.vat_number) : null,
    electronic_address: company ? form.electronic_address.trim().toUpperCase() || null : null,
    purchase_order: form.purchase_order.trim() || null,
  };
}

/** Monaco belongs to French VAT territory. */
export function hasSiren(country: string): boolean {
  return country === 'FR' || country === 'MC';
}
