import { describe, expect, it } from 'vitest';
import type { BuyerSnapshot } from './buyer';
import { mentionCodes } from './mentions';
import { obstacleOf, treatmentOf, treatmentRules, type VatCase } from './vat-treatment';

const seller = { vatRegime: 'normal', ossRegistered: true, training: null } as const;
const attested = { ...seller, training: { number: '11 75 12345 75', grantedOn: '2024-03-01' } } as const;
const person = (country: string): BuyerSnapshot => ({ kind: 'person', name: 'Jan', country });
const company = (country: string, checked: boolean): BuyerSnapshot => ({
  ...{ kind: 'company', name: 'Jan BV', country, vatNumber: `${country}123` },
  vatCheckedOn: checked ? '2026-11-01' : null,
});
const sale = (buyer: BuyerSnapshot, changes: Partial<VatCase> = {}): VatCase => ({
  ...{ issuer: seller, buyer, supplyKind: 'live', trainingExempt: false },
  ...changes,
});

describe('the VAT of a sale (offer and client)', () => {
  it.each<[string, VatCase, string]>([
    ['a French consumer', sale(person('FR')), 'french'],
    ['a consumer in Monaco', sale(person('MC')), 'french'],
    ['a French company', sale({ ...company('FR', false), siren: '552100554' }), 'french'],
    ['an oldest buyer, without a country', sale({ kind: 'person', name: 'Jean' }), 'french'],
    [
      'anybody, from a seller in franchise',
      sale(company('BE', false), { issuer: { ...seller, vatRegime: 'franchise' } }),
      'franchise',
    ],
    ['a Belgian company in the register', sale(company('BE', true)), 'reverse-charge'],
    ['a Belgian consumer, live', sale(person('BE')), 'oss-live'],
    ['a Belgian consumer, recorded', sale(person('BE'), { supplyKind: 'electronic' }), 'oss'],
    [
      'a Belgian consumer, recorded, below the threshold',
      sale(person('BE'), { supplyKind: 'electronic', issuer: { ...seller, ossRegistered: false } }),
      'below-threshold',
    ],
    ['a Swiss consumer', sale(person('CH')), 'outside'],
    ['a Swiss consumer, of goods', sale(person('CH'), { supplyKind: 'goods' }), 'export'],
    [
      'attested training',
      sale(person('FR'), { issuer: attested, supplyKind: 'training', trainingExempt: true }),
      'training-exempt',
    ],
    ['training that is leisure', sale(person('FR'), { issuer: attested, supplyKind: 'training' }), 'french'],
    [
      'training without an attestation',
      sale(person('FR'), { supplyKind: 'training', trainingExempt: true }),
      'french',
    ],
  ])('for %s', (_who, situation, code) => {
    expect(obstacleOf(situation)).toBeNull();
    expect(treatmentOf(situation).code).toBe(code);
  });

  it('stops before a number nobody checked, and before a live session without the one-stop shop', () => {
    expect(obstacleOf(sale(company('BE', false)))).toBe('vat-number-unchecked');
    const small = { ...seller, ossRegistered: false };
    expect(obstacleOf(sale(person('BE'), { issuer: small }))).toBe('oss-required');
    expect(obstacleOf(sale(person('BE'), { issuer: small, supplyKind: 'electronic' }))).toBeNull();
  });

  it('has words and a reason for every untaxed sale, and a rate for every taxed one', () => {
    for (const { category, rate, mention, exemptionCode, law } of treatmentRules) {
      expect(rate !== null).toBe(category === 'S');
      if (category !== 'S') expect(mentionCodes).toContain(mention);
      expect(exemptionCode !== null).toBe(category !== 'S');
      expect(law).not.toBe('');
    }
  });
});
