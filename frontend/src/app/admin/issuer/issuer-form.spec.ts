import type { IssuerView } from '@calmness/contracts';
import { blankIssuer, issuerFormOf, issuerWriteOf } from './issuer-form';

const issuer: IssuerView = {
  id: '01a1c17a-20a7-7746-b47b-3c894416c459',
  version: 2,
  legal_name: 'Sérénité Formation',
  legal_form: 'SAS',
  capital_cents: 1_000_050,
  is_sole_trader: false,
  siren: '732829320',
  siret: '73282932000074',
  rcs_city: null,
  vat_number: 'FR44732829320',
  vat_regime: 'normal',
  vat_on_debits: true,
  oss_registered: true,
  training_number: '84 69 12345 69',
  training_granted_on: '2026-01-05',
  address_lines: ['12 rue des Lilas', 'Bâtiment B'],
  postal_code: '69003',
  city: 'Lyon',
  country: 'FR',
  iban: 'FR7630006000011234567890189',
  bic: null,
  email: 'compta@example.fr',
  is_demo: false,
  valid_from: '2026-01-01T00:00:00.000Z',
};

describe('the issuer’s form', () => {
  it('gives back what it was given', () => {
    const { id, version, is_demo: isDemo, valid_from: validFrom, ...written } = issuer;
    expect({ id, version, isDemo, validFrom, ...issuerWriteOf(issuerFormOf(issuer)) }).toEqual({
      id,
      version,
      isDemo,
      validFrom,
      ...written,
    });
  });

  it('drops the spaces people type in identifiers', () => {
    const form = { ...blankIssuer, siren: '732 829 320', iban: 'fr76 3000 6000 0112 3456 7890 189' };
    expect(issuerWriteOf(form)).toMatchObject({ siren: '732829320', iban: 'FR7630006000011234567890189' });
  });

  it('starts empty from a demonstration', () => {
    expect(issuerFormOf({ ...issuer, is_demo: true })).toEqual(blankIssuer);
  });
});
