import { describe, expect, it } from 'vitest';
import { epcPayload, type SepaTransfer } from './epc';

const transfer: SepaTransfer = {
  beneficiary: 'Calmness Démo SAS',
  iban: 'FR76 9999 9000 0100 0000 0004 286',
  bic: 'DEMOFRPPXXX',
  amountCents: 4_900,
  remittance: 'CAL-7K3M9Q',
};

describe('the EPC069-12 payload', () => {
  it('is these bytes and no others', () => {
    expect(epcPayload(transfer)).toBe(
      'BCD\n002\n1\nSCT\nDEMOFRPPXXX\nCalmness Démo SAS\nFR7699999000010000000004286\nEUR49.00\n\n\nCAL-7K3M9Q',
    );
  });

  it.each([
    [1, 'EUR0.01'],
    [10, 'EUR0.10'],
    [77_760, 'EUR777.60'],
    [99_999_999_999, 'EUR999999999.99'],
  ])('writes %i cents as %s', (amountCents, line) => {
    expect(epcPayload({ ...transfer, amountCents }).split('\n')[7]).toBe(line);
  });

  it('leaves the BIC out without moving a line', () => {
    const lines = epcPayload({ ...transfer, bic: null }).split('\n');
    expect(lines).toHaveLength(11);
    expect(lines[4]).toBe('');
  });

  it('cuts what is too long and keeps one line one line', () => {
    const lines = epcPayload({
      ...transfer,
      beneficiary: `A\nB ${'n'.repeat(100)}`,
      remittance: 'r'.repeat(200),
    }).split('\n');
    expect(lines).toHaveLength(11);
    expect(lines[5]).toHaveLength(70);
    expect(lines[10]).toHaveLength(140);
  });

  it.each([0, -1, 49.5, 100_000_000_000])('refuses an amount of %d cents', (amountCents) => {
    expect(() => epcPayload({ ...transfer, amountCents })).toThrow(RangeError);
  });

  it('refuses more than 331 bytes', () => {
    const long = { ...transfer, beneficiary: '€'.repeat(70), remittance: '€'.repeat(140) };
    expect(() => epcPayload(long)).toThrow(RangeError);
  });
});
