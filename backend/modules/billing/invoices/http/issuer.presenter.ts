import type { IssuerView, IssuerWrite } from '@calmness/contracts';
import type { IssuerDetails } from '../domain/issuer';
import type { IssuerEntity } from '../persistence/issuer.entity';

export function presentIssuer(issuer: IssuerEntity): IssuerView {
  const { id, version, siren, siret, city, country, iban, bic, email } = issuer;
  return {
    ...{ id, version, siren, siret, city, country, iban, bic, email },
    legal_name: issuer.legalName,
    legal_form: issuer.legalForm,
    capital_cents: issuer.capitalCents === null ? null : Number(issuer.capitalCents),
    is_sole_trader: issuer.isSoleTrader,
    rcs_city: issuer.rcsCity,
    vat_number: issuer.vatNumber,
    vat_regime: issuer.vatRegime,
    vat_on_debits: issuer.vatOnDebits,
    address_lines: issuer.addressLines,
    postal_code: issuer.postalCode,
    is_demo: issuer.isDemo,
    valid_from: issuer.validFrom.toISOString(),
  };
}

/** Whoever is written down by hand is no demonstration. */
export function readIssuer(body: IssuerWrite): IssuerDetails {
  const { siren, siret, city, country, iban, bic, email } = body;
  return {
    ...{ siren, siret, city, country, iban, bic, email },
    legalName: body.legal_name,
    legalForm: body.legal_form,
    capitalCents: body.capital_cents === null ? null : String(body.capital_cents),
    isSoleTrader: body.is_sole_trader,
    rcsCity: body.rcs_city,
    vatNumber: body.vat_number,
    vatRegime: body.vat_regime,
    vatOnDebits: body.vat_on_debits,
    addressLines: body.address_lines,
    postalCode: body.postal_code,
    ...{ ossRegistered: false, trainingNumber: null, trainingGrantedOn: null },
    isDemo: false,
  };
}
