import { isValidBIC, isValidIBAN } from 'ibantools';
import { stdnum } from 'stdnum';
import type { IsoDate } from '@calmness/events';
import { formatMoney } from '../../domain/formats';
import type { IssuerSnapshot } from './invoice';

export interface IssuerDetails extends Omit<Required<IssuerSnapshot>, 'version' | 'training'> {
  trainingNumber: string | null;
  trainingGrantedOn: IsoDate | null;
  isDemo: boolean;
}

const france = stdnum['FR'];

function isFrench(kind: 'siren' | 'siret' | 'tva', value: string): boolean {
  return france?.[kind]?.validate(value).isValid === true;
}

/** Luhn of the SIREN, of the SIRET that begins with it, VAT key, IBAN and BIC; a null has nothing to check. */
const identifiers: readonly { field: string; right(issuer: IssuerDetails): boolean }[] = [
  { field: 'siren', right: ({ siren }) => isFrench('siren', siren) },
  { field: 'siret', right: ({ siren, siret }) => isFrench('siret', siret) && siret.startsWith(siren) },
  {
    field: 'vat_number',
    right: ({ vatNumber, siren }) =>
      vatNumber === null || (isFrench('tva', vatNumber) && vatNumber.endsWith(siren)),
  },
  {
    field: 'training_granted_on',
    right: ({ trainingNumber, trainingGrantedOn }) =>
      (trainingNumber === null) === (trainingGrantedOn === null),
  },
  { field: 'iban', right: ({ iban }) => iban === null || isValidIBAN(iban) },
  { field: 'bic', right: ({ bic }) => bic === null || isValidBIC(bic) },
];

/** Wire names of what does not check: identifiers, and an attestation without its day. */
export function faultyIdentifiers(issuer: IssuerDetails): string[] {
  return identifiers.filter((identifier) => !identifier.right(issuer)).map(({ field }) => field);
}

/** How the seller is named: a sole trader shows it (C. com. R. 526-27). */
export function printedName(issuer: Pick<IssuerSnapshot, 'legalName' | 'isSoleTrader'>): string {
  const shown = /\b(EI|entrepreneur individuel)\b/i.test(issuer.legalName);
  return issuer.isSoleTrader && !shown ? `${issuer.legalName} EI` : issuer.legalName;
}

/** What an invoice remembers of its seller. */
export function snapshotOf(issuer: IssuerDetails & { version: number }): IssuerSnapshot {
  const { version, legalName, legalForm, capitalCents, isSoleTrader, siren, siret, rcsCity } = issuer;
  const { vatNumber, vatRegime, vatOnDebits, addressLines, postalCode, city, country, email } = issuer;
  const { ossRegistered, trainingNumber: number, trainingGrantedOn: grantedOn, iban, bic } = issuer;
  return {
    ...{ version, legalName, legalForm, capitalCents, isSoleTrader, siren, siret, rcsCity },
    ...{ vatNumber, vatRegime, vatOnDebits, addressLines, postalCode, city, country, email },
    ...{ ossRegistered, iban, bic, training: number && grantedOn ? { number, grantedOn } : null },
  };
}

/** What the law wants to read of a seller beside his name: form and capital, then his register. */
export function legalIdentity(issuer: IssuerSnapshot): { form: string; register: string } {
  const { legalForm, capitalCents, rcsCity, siren, isSoleTrader } = issuer;
  const form = isSoleTrader ? 'Entrepreneur individuel' : (legalForm ?? '');
  const capital = capitalCents === null ? '' : ` au capital de ${formatMoney(Number(capitalCents), 'fr')}`;
  const grouped = siren.replaceAll(/(.{3})(?=.)/g, '$1\u00A0');
  return { form: `${form}${capital}`, register: `${rcsCity ? `RCS ${rcsCity}` : 'SIREN'} ${grouped}` };
}
