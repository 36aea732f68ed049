import { describe, expect, it } from 'vitest';
import { demoCoordinates } from '../../application/demo/demo-offers';
import { methodRows } from '../../application/reference/method-rows';
import { bankDetailsOf, methodFaults } from './payment-method';

const iban = (value: string) => [{ label: { fr: 'IBAN', en: 'IBAN' }, value }];

describe('payment methods', () => {
  it('are delivered switched off and empty', () => {
    expect(methodRows.map(({ active, coordinates }) => [active, coordinates])).toEqual(
      methodRows.map(() => [false, []]),
    );
  });

  it('tell the account of a transfer by its labels', () => {
    expect(bankDetailsOf(demoCoordinates.bank_transfer)).toEqual({
      iban: 'FR7699999000010000000004286',
      bic: 'DEMOFRPPXXX',
      beneficiary: 'Calmness Démo SAS',
    });
    expect(bankDetailsOf(demoCoordinates.paypal)).toBeNull();
    expect(bankDetailsOf(iban('FR76 9999 9000 0100 0000 0004 287'))).toBeNull();
  });

  it('cannot be offered without coordinates, nor with an IBAN that does not check', () => {
    expect(methodFaults({ active: true, coordinates: [] })).toEqual([
      { field: 'coordinates', code: 'required' },
    ]);
    expect(methodFaults({ active: false, coordinates: [] })).toEqual([]);
    const wrong = iban('FR76 9999 9000 0100 0000 0004 287');
    expect(methodFaults({ active: false, coordinates: wrong })).toEqual([
      { field: 'coordinates', code: 'invalid' },
    ]);
    expect(methodFaults({ active: true, coordinates: demoCoordinates.bank_transfer })).toEqual([]);
  });
});
