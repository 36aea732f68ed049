import { describe, expect, it } from 'vitest';
import { buyerOf, identityFaults, needsVatCheck, normalised, type BillingIdentity } from './billing-profile';

const person: BillingIdentity = {
  kind: 'person',
  name: 'Awa Diallo',
  ...{ addressLines: [], postalCode: '', city: '', country: 'FR' },
  ...{ siren: null, vatNumber: null, electronicAddress: null, purchaseOrder: null },
};
const company: BillingIdentity = {
  ...person,
  kind: 'company',
  name: 'Diallo Conseil',
  ...{ addressLines: ['5 place du Marché'], postalCode: '69001', city: 'Lyon' },
  siren: '732829320',
};

describe('who is billed', () => {
  it('asks nothing but a name and a country of a person', () => {
    expect(identityFaults(person)).toEqual([]);
  });

  it.each<[string, Partial<BillingIdentity>, string[]]>([
    ['a French company without its SIREN', { siren: null }, ['siren required']],
    ['a SIREN whose key is wrong', { siren: '732829321' }, ['siren invalid']],
    [
      'a company without address',
      { addressLines: [], city: '' },
      ['address_lines required', 'city required'],
    ],
    ['a VAT number whose key is wrong', { vatNumber: 'FR45732829320' }, ['vat_number invalid']],
    ['the VAT number of another company', { vatNumber: 'FR83404833048' }, ['vat_number invalid']],
    ['a VAT number of another country', { vatNumber: 'BE0123456749' }, ['vat_number invalid']],
    ['an address no platform knows', { electronicAddress: 'À LYON' }, ['electronic_address invalid']],
  ])('refuses %s', (_what, changes, expected) => {
    const faults = identityFaults({ ...company, ...changes });
    expect(faults.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });

  it.each<[string, Partial<BillingIdentity>]>([
    ['a French company with its own number', { vatNumber: 'FR44732829320' }],
    ['a Belgian company', { country: 'BE', siren: null, vatNumber: 'BE0123456749' }],
    ['a Greek company, whose number says EL', { country: 'GR', siren: null, vatNumber: 'EL094259216' }],
    ['a company outside the Union', { country: 'CH', siren: null }],
  ])('takes %s', (_what, changes) => {
    expect(identityFaults({ ...company, ...changes })).toEqual([]);
  });

  it('keeps identifiers bare, and none of a person', () => {
    const typed = { siren: '732 829 320', vatNumber: 'fr 44 732.829.320', purchaseOrder: ' BC-7 ' };
    expect(normalised({ ...company, ...typed })).toMatchObject({
      siren: '732829320',
      vatNumber: 'FR44732829320',
      purchaseOrder: 'BC-7',
    });
    expect(normalised({ ...person, ...typed, country: 'be' })).toMatchObject({
      ...{ siren: null, vatNumber: null, country: 'BE' },
    });
  });

  it('asks the register about a company of another member state only', () => {
    expect(needsVatCheck({ ...company, vatNumber: 'FR44732829320' })).toBe(false);
    expect(needsVatCheck({ ...company, country: 'BE', vatNumber: 'BE0123456749' })).toBe(true);
    expect(needsVatCheck({ ...company, country: 'CH', vatNumber: 'CHE123456788' })).toBe(false);
  });

  it('says no address rather than an empty one', () => {
    expect(buyerOf({ ...person, vatCheckedOn: null }).address).toBeNull();
  });
});
