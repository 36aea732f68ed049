import { countryOf, type BuyerSnapshot } from '../domain/buyer';
import { isFrench } from '../domain/eu-countries';
import type { IssuedInvoice, IssuerSnapshot } from '../domain/invoice';
import { printedName } from '../domain/issuer';
import type { party, SchemedId } from './cii-schema';
import type { TreeOf } from './xml-tree';

type Party = TreeOf<typeof party>;

/** ISO 6523 codes: SIREN, SIRET, and the French directory of electronic addresses. */
const sirenScheme = '0002';
const siretScheme = '0009';
const directoryScheme = '0225';

/** BG-4. */
export function sellerOf({ issuer, vat }: IssuedInvoice): Party {
  const { siren, siret, addressLines, postalCode, city, country } = issuer;
  return {
    GlobalID: [{ scheme: siretScheme, value: siret }],
    Name: printedName(issuer),
    SpecifiedLegalOrganization: { ID: { scheme: sirenScheme, value: siren } },
    PostalTradeAddress: addressOf({ lines: addressLines, postalCode, city }, country),
    URIUniversalCommunication: { URIID: { scheme: directoryScheme, value: siren } },
    SpecifiedTaxRegistration: vat.some(isOutside) ? [] : [taxIdentity(issuer)],
  };
}

/** BG-7. A consumer has a name and an address; a company what identifies it. */
export function buyerOf({ buyer, vat }: IssuedInvoice): Party {
  const { siren, vatNumber, address } = buyer;
  const mayName = vatNumber && !vat.some(isOutside);
  return {
    GlobalID: [],
    Name: buyer.name,
    SpecifiedLegalOrganization: siren ? { ID: { scheme: sirenScheme, value: siren } } : null,
    PostalTradeAddress: addressOf(address ?? null, countryOf(buyer)),
    URIUniversalCommunication: electronicAddress(buyer),
    SpecifiedTaxRegistration: mayName ? [{ ID: { scheme: 'VA', value: vatNumber } }] : [],
  };
}

/** An operation outside the tax names no VAT number (BR-O-02). */
function isOutside({ category }: { category: string }): boolean {
  return category === 'O';
}

/** The VAT number; a seller who charges none is known to the tax office by its SIREN (BR-E-02). */
function taxIdentity({ vatNumber, vatRegime, siren }: IssuerSnapshot): { ID: SchemedId } {
  const named = vatRegime === 'normal' && vatNumber;
  return { ID: named ? { scheme: 'VA', value: vatNumber } : { scheme: 'FC', value: siren } };
}

/** A French company's address in the directory begins with its SIREN (BR-FR-21). */
function electronicAddress(buyer: BuyerSnapshot): Party['URIUniversalCommunication'] {
  const { siren, electronicAddress: own } = buyer;
  if (!siren || !isFrench(countryOf(buyer))) return null;
  return { URIID: { scheme: directoryScheme, value: own?.startsWith(siren) ? own : siren } };
}

/** Three lines at most: the third takes what is left. */
function addressOf(
  address: { lines: string[]; postalCode: string; city: string } | null,
  country: string,
): Party['PostalTradeAddress'] {
  const [first, second, ...rest] = address?.lines ?? [];
  return {
    PostcodeCode: address?.postalCode || null,
    LineOne: first,
    LineTwo: second,
    LineThree: rest.length > 0 ? rest.join(', ') : null,
    CityName: address?.city || null,
    CountryID: country,
  };
}
