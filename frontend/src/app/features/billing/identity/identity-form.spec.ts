import type { BillingProfileView } from '@calmness/contracts';
import { blankIdentity, identityFormOf, identityWriteOf } from './identity-form';

const company: BillingProfileView = {
  ...{ stored: true, version: 3, kind: 'company', name: 'Diallo Conseil' },
  ...{
    address_lines: ['5 place du Marché', 'Bâtiment B'],
    postal_code: '69001',
    city: 'Lyon',
    country: 'FR',
  },
  ...{ siren: '732829320', vat_number: 'FR44732829320', electronic_address: null, purchase_order: 'BC-7' },
  ...{ vat_check: 'none', vat_checked_on: null },
};

describe('the form of the billing identity', () => {
  it('gives back what it was given', () => {
    const { stored, vat_check: check, vat_checked_on: checkedOn, ...written } = company;
    expect({ stored, check, checkedOn, ...identityWriteOf(identityFormOf(company), 3) }).toEqual({
      ...{ stored, check, checkedOn },
      ...written,
    });
  });

  it('drops the spaces people type in identifiers', () => {
    const form = { ...identityFormOf(company), siren: '732 829 320', vat_number: 'fr 44 732.829.320' };
    expect(identityWriteOf(form, 3)).toMatchObject({ siren: '732829320', vat_number: 'FR44732829320' });
  });

  it('sends no identifiers for a person, nor a SIREN from elsewhere', () => {
    const person = { ...identityFormOf(company), kind: 'person' as const };
    expect(identityWriteOf(person, 0)).toMatchObject({ siren: null, vat_number: null });
    const abroad = { ...identityFormOf(company), country: 'BE', vat_number: 'BE0123456749' };
    expect(identityWriteOf(abroad, 0)).toMatchObject({ siren: null, vat_number: 'BE0123456749' });
  });

  it('asks for the country when the account does not say it', () => {
    expect(identityFormOf({ ...company, country: null }).country).toBe('');
    expect(identityWriteOf(blankIdentity, 0).address_lines).toEqual([]);
  });
});
