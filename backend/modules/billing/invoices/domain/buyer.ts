import type { IsoDate } from '@calmness/events';

export interface BuyerAddress {
  lines: string[];
  postalCode: string;
  city: string;
}

/** The buyer as he was on the day of issue. The oldest invoices know a consumer's name and nothing else. */
export interface BuyerSnapshot {
  kind: 'person' | 'company';
  name: string;
  /** ISO 3166-1 alpha-2; decides the VAT. Absent on the oldest invoices, which are French. */
  country?: string;
  address?: BuyerAddress | null;
  /** Nine digits, a French company's. */
  siren?: string | null;
  vatNumber?: string | null;
  /** The day the register answered that the VAT number is valid; null when it was not asked or refused. */
  vatCheckedOn?: IsoDate | null;
  /** Where an electronic invoice is delivered, `0225` scheme; a French company's is its SIREN by default. */
  electronicAddress?: string | null;
}

export function countryOf({ country }: BuyerSnapshot): string {
  return country ?? 'FR';
}
