import type { IssuerVersionView, IssuerView, IssuerWrite } from '@calmness/contracts';
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
    oss_registered: issuer.ossRegistered,
    training_number: issuer.trainingNumber,
    training_granted_on: issuer.trainingGrantedOn,
    address_lines: issuer.addressLines,
    postal_code: issuer.postalCode,
    is_demo: issuer.isDemo,
    valid_from: issuer.validFrom.toISOString(),
  };
}

/** Each version with what it changed, newest first as they came. */
export function presentIssuerVersions(versions: readonly IssuerEntity[]): IssuerVersionView[] {
  const views = versions.map(presentIssuer);
  return views.map((view, index) => ({ ...view, changed: changedSince(view, views[index + 1]) }));
}

const notWritten: readonly (keyof IssuerView)[] = ['id', 'version', 'is_demo', 'valid_from'];

function changedSince(view: IssuerView, before: IssuerView | undefined): (keyof IssuerWrite)[] {
  if (!before) return [];
  const fields = (Object.keys(view) as (keyof IssuerView)[]).filter((field) => !notWritten.includes(field));
  const differ = (field: keyof IssuerView) => JSON.stringify(view[field]) !== JSON.stringify(before[field]);
  return fields.filter(differ) as (keyof IssuerWrite)[];
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
    ossRegistered: body.oss_registered,
    trainingNumber: body.training_number,
    trainingGrantedOn: body.training_granted_on,
    isDemo: false,
  };
}
