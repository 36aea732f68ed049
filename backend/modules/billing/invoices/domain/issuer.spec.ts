import { describe, expect, it } from 'vitest';
import { demoIssuer } from '../../application/demo/demo-issuer';
import { faultyIdentifiers, printedName } from './issuer';

describe('the identifiers of an issuer', () => {
  it('of the demonstration check', () => {
    expect(faultyIdentifiers(demoIssuer)).toEqual([]);
  });

  it('know the post office, whose SIRETs follow a rule of their own', () => {
    const post = { siren: '356000000', siret: '35600000000048', vatNumber: null };
    expect(faultyIdentifiers({ ...demoIssuer, ...post })).toEqual([]);
    expect(faultyIdentifiers({ ...demoIssuer, ...post, siret: '35600000049837' })).toEqual([]);
  });

  it.each([
    [['siren', 'siret', 'vat_number'], { siren: '732829321' }],
    [['siret'], { siret: '73282932000075' }],
    [['siret'], { siret: '35600000000048' }],
    [['vat_number'], { vatNumber: 'FR45732829320' }],
    [['vat_number'], { vatNumber: 'FR83404833048' }],
    [['training_granted_on'], { trainingNumber: '84 69 12345 69' }],
    [['training_granted_on'], { trainingGrantedOn: '2026-01-05' }],
    [['iban'], { iban: 'FR7699999000010000000004287' }],
    [['bic'], { bic: 'DEMO' }],
  ])('%o are refused in %o', (fields, changes) => {
    expect(faultyIdentifiers({ ...demoIssuer, ...changes })).toEqual(fields);
  });

  it('may be absent where the law does not ask for them', () => {
    expect(faultyIdentifiers({ ...demoIssuer, vatNumber: null, iban: null, bic: null })).toEqual([]);
  });
});

describe('the name of a seller', () => {
  it.each([
    ['Camille Martin', true, 'Camille Martin EI'],
    ['Camille Martin EI', true, 'Camille Martin EI'],
    ['Camille Martin, entrepreneur individuel', true, 'Camille Martin, entrepreneur individuel'],
    ['Calmness SAS', false, 'Calmness SAS'],
  ])('%s (sole trader: %s) is printed %s', (legalName, isSoleTrader, printed) => {
    expect(printedName({ legalName, isSoleTrader })).toBe(printed);
  });
});
