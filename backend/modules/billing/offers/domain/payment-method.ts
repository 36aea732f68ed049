import { isValidIBAN, isValidBIC } from 'ibantools';
import type { FieldError, PaymentCoordinate } from '@calmness/contracts';

interface MethodState {
  active: boolean;
  coordinates: PaymentCoordinate[];
}
export interface BankDetails {
  iban: string;
  bic: string | null;
  beneficiary: string | null;
}

const compact = (text: string): string => text.replaceAll(/\s/g, '').toUpperCase();

function labelled(coordinates: readonly PaymentCoordinate[], ...labels: string[]): string | null {
  const found = coordinates.find(({ label }) => labels.includes(label.fr.trim().toLowerCase()));
  return found?.value.trim() || null;
}

/** The account of a transfer, read from the coordinates the admin labelled; null without a valid IBAN. */
export function bankDetailsOf(coordinates: readonly PaymentCoordinate[]): BankDetails | null {
  const iban = compact(labelled(coordinates, 'iban') ?? '');
  if (!isValidIBAN(iban)) return null;
  const bic = compact(labelled(coordinates, 'bic', 'bic / swift', 'swift') ?? '');
  const beneficiary = labelled(coordinates, 'bénéficiaire', 'titulaire', 'titulaire du compte');
  return { iban, bic: isValidBIC(bic) ? bic : null, beneficiary };
}

/** What stands against a method: it cannot be offered without coordinates, nor with an IBAN that does not check. */
export function methodFaults({ active, coordinates }: MethodState): FieldError[] {
  if (active && coordinates.length === 0) return [{ field: 'coordinates', code: 'required' }];
  const iban = labelled(coordinates, 'iban');
  return iban !== null && !isValidIBAN(compact(iban)) ? [{ field: 'coordinates', code: 'invalid' }] : [];
}
