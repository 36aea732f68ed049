import { stdnum } from 'stdnum';
import type { FieldError } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import type { BuyerSnapshot } from '../../invoices/domain/buyer';
import { isElsewhereInEu, isFrench } from '../../invoices/domain/eu-countries';

/** What the register of VAT numbers said: nobody asked, not yet answered, valid, unknown there. */
export const vatChecks = ['none', 'waiting', 'valid', 'invalid'] as const;
export type VatCheck = (typeof vatChecks)[number];

export interface BillingIdentity {
  kind: 'person' | 'company';
  name: string;
  addressLines: string[];
  postalCode: string;
  city: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  siren: string | null;
  vatNumber: string | null;
  electronicAddress: string | null;
  purchaseOrder: string | null;
}

const compact = (text: string | null): string | null => text?.replaceAll(/[\s.-]/g, '').toUpperCase() || null;
const blank = (text: string | null): boolean => !text?.trim();

/** As it is stored: identifiers without spaces, and none for a person. */
export function normalised(identity: BillingIdentity): BillingIdentity {
  const company = identity.kind === 'company';
  return {
    ...identity,
    addressLines: identity.addressLines.map((line) => line.trim()).filter((line) => line !== ''),
    country: identity.country.toUpperCase(),
    siren: company ? compact(identity.siren) : null,
    vatNumber: company ? compact(identity.vatNumber) : null,
    electronicAddress: company ? compact(identity.electronicAddress) : null,
    purchaseOrder: identity.purchaseOrder?.trim() || null,
  };
}

/** A number checked by its own key; Greece writes EL where its addresses write GR. */
export function isVatNumber(country: string, number: string): boolean {
  const prefix = country === 'GR' ? 'EL' : country;
  const validator = (
    stdnum[country] as Record<string, { validate(v: string): { isValid: boolean } }> | undefined
  )?.[isFrench(country) ? 'tva' : 'vat'];
  return (
    number.startsWith(prefix) &&
    (validator?.validate(number).isValid ?? /^[A-Z]{2}[0-9A-Z+*]{2,13}$/.test(number))
  );
}

interface IdentityRule {
  field: string;
  code: FieldError['code'];
  broken(identity: BillingIdentity): boolean;
}
const isCompany = ({ kind }: BillingIdentity): boolean => kind === 'company';
const isFrenchCompany = (identity: BillingIdentity): boolean =>
  isCompany(identity) && isFrench(identity.country);

const identityRules: readonly IdentityRule[] = [
  { field: 'address_lines', code: 'required', broken: (it) => isCompany(it) && it.addressLines.length === 0 },
  { field: 'city', code: 'required', broken: (it) => isCompany(it) && blank(it.city) },
  { field: 'siren', code: 'required', broken: (it) => isFrenchCompany(it) && blank(it.siren) },
  {
    field: 'siren',
    code: 'invalid',
    broken: ({ siren }) => siren !== null && stdnum['FR']?.['siren']?.validate(siren).isValid !== true,
  },
  {
    field: 'vat_number',
    code: 'invalid',
    broken: ({ country, vatNumber }) => vatNumber !== null && !isVatNumber(country, vatNumber),
  },
  {
    // A French number ends with the SIREN it is made from.
    field: 'vat_number',
    code: 'invalid',
    broken: ({ country, siren, vatNumber }) =>
      isFrench(country) && siren !== null && vatNumber?.endsWith(siren) === false,
  },
  {
    field: 'electronic_address',
    code: 'invalid',
    broken: ({ electronicAddress }) => !/^[0-9A-Z_]{3,125}$/.test(electronicAddress ?? '000'),
  },
];

/** What keeps an identity from being stored, by wire field, the first fault of each. */
export function identityFaults(identity: BillingIdentity): FieldError[] {
  const found = identityRules.filter((rule) => rule.broken(identity));
  return found
    .filter(({ field }, place) => found.findIndex((one) => one.field === field) === place)
    .map(({ field, code }) => ({ field, code }));
}

/** A number of another member state is asked about; a French company's VAT is ours to charge anyway. */
export function needsVatCheck({ kind, country, vatNumber }: BillingIdentity): boolean {
  return kind === 'company' && vatNumber !== null && isElsewhereInEu(country);
}

export function buyerOf(profile: BillingIdentity & { vatCheckedOn: IsoDate | null }): BuyerSnapshot {
  const { kind, name, addressLines: lines, postalCode, city, country, siren, vatNumber } = profile;
  const { vatCheckedOn, electronicAddress } = profile;
  const address = lines.length === 0 && blank(city) ? null : { lines, postalCode, city };
  return { kind, name, country, address, siren, vatNumber, vatCheckedOn, electronicAddress };
}
