import type { IssuerView, IssuerWrite } from '@calmness/contracts';
import { centsOf, linesOf, priceOf } from '../plans/plan-form';

/** What an empty input means, is said by `writeOf`: nothing. */
export interface IssuerForm {
  legal_name: string;
  legal_form: string;
  /** Euros, as typed. */
  capital_cents: string;
  is_sole_trader: boolean;
  siren: string;
  siret: string;
  rcs_city: string;
  vat_number: string;
  vat_regime: IssuerView['vat_regime'];
  vat_on_debits: boolean;
  oss_registered: boolean;
  training_number: string;
  training_granted_on: string;
  /** One line each. */
  address_lines: string;
  postal_code: string;
  city: string;
  country: string;
  iban: string;
  bic: string;
  email: string;
}

export const blankIssuer: IssuerForm = {
  legal_name: '',
  legal_form: '',
  capital_cents: '',
  is_sole_trader: false,
  siren: '',
  siret: '',
  rcs_city: '',
  vat_number: '',
  vat_regime: 'normal',
  vat_on_debits: false,
  oss_registered: false,
  training_number: '',
  training_granted_on: '',
  address_lines: '',
  postal_code: '',
  city: '',
  country: 'FR',
  iban: '',
  bic: '',
  email: '',
};

/** A demonstration's identity is never carried over: the academy types its own. */
export function issuerFormOf(issuer: IssuerView): IssuerForm {
  if (issuer.is_demo) {
    return blankIssuer;
  }
  return {
    legal_name: issuer.legal_name,
    legal_form: issuer.legal_form ?? '',
    capital_cents: issuer.capital_cents === null ? '' : priceOf(issuer.capital_cents),
    is_sole_trader: issuer.is_sole_trader,
    siren: issuer.siren,
    siret: issuer.siret,
    rcs_city: issuer.rcs_city ?? '',
    vat_number: issuer.vat_number ?? '',
    vat_regime: issuer.vat_regime,
    vat_on_debits: issuer.vat_on_debits,
    oss_registered: issuer.oss_registered,
    training_number: issuer.training_number ?? '',
    training_granted_on: issuer.training_granted_on ?? '',
    address_lines: issuer.address_lines.join('\n'),
    postal_code: issuer.postal_code,
    city: issuer.city,
    country: issuer.country,
    iban: issuer.iban ?? '',
    bic: issuer.bic ?? '',
    email: issuer.email,
  };
}

const compact = (text: string): string => text.replaceAll(/\s/g, '').toUpperCase();
const orNull = (text: string): string | null => text.trim() || null;

export function issuerWriteOf(form: IssuerForm): IssuerWrite {
  return {
    legal_name: form.legal_name.trim(),
    legal_form: orNull(form.legal_form),
    capital_cents: form.capital_cents.trim() ? (centsOf(form.capital_cents) ?? null) : null,
    is_sole_trader: form.is_sole_trader,
    siren: compact(form.siren),
    siret: compact(form.siret),
    rcs_city: orNull(form.rcs_city),
    vat_number: orNull(compact(form.vat_number)),
    vat_regime: form.vat_regime,
    vat_on_debits: form.vat_on_debits,
    oss_registered: form.oss_registered,
    training_number: orNull(form.training_number),
    training_granted_on: orNull(form.training_granted_on),
    address_lines: linesOf(form.address_lines),
    postal_code: form.postal_code.trim(),
    city: form.city.trim(),
    country: compact(form.country),
    iban: orNull(compact(form.iban)),
    bic: orNull(compact(form.bic)),
    email: form.email.trim(),
  };
}
