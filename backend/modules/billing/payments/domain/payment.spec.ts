import { describe, expect, it } from 'vitest';
import { paymentStatuses } from '@calmness/contracts';
import { DomainError } from '@calmness/platform/errors';
import { assertOpen, assertReceivedOn, expiryOf, isOpen } from './payment';
import { newReference } from './reference';
import { normaliseTransactionNumber } from './transaction-number';

const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('a transaction number', () => {
  it.each([
    ['VIR20260042', 'VIR20260042'],
    [' vir-2026 / 0042 ', 'VIR20260042'],
    ['0x9f3a…'.slice(0, 6), '0X9F3A'],
    ['ＶＩＲ２０２６', 'VIR2026'],
    ['1234', '1234'],
    ['A'.repeat(64), 'A'.repeat(64)],
  ])('%j is compared as %s', (typed, number) => {
    expect(normaliseTransactionNumber(typed)).toBe(number);
  });

  it.each(['', '   ', ' - / . '])('is required: %j is none', (typed) => {
    expect(codeOf(() => normaliseTransactionNumber(typed))).toBe('billing.transaction-number-required');
  });

  it.each(['123', 'A'.repeat(65), 'VIRÉ2026', "1'; DROP TABLE", '<b>1234</b>', '🎓🎓🎓🎓'])(
    'is refused when it cannot be one: %j',
    (typed) => {
      expect(codeOf(() => normaliseTransactionNumber(typed))).toBe('billing.transaction-number-malformed');
    },
  );
});

describe('a reference', () => {
  it('is short and has no letter to mistake for a digit', () => {
    const references = Array.from({ length: 2_000 }, newReference);
    for (const reference of references) expect(reference).toMatch(/^CAL-[2-9A-HJKMNP-Z]{6}$/);
    expect(new Set(references).size).toBeGreaterThan(1_990);
  });
});

describe('a payment', () => {
  it('waits for a decision while it is pending or proved, and at no other time', () => {
    expect(paymentStatuses.filter(isOpen)).toEqual(['pending', 'proof_sent']);
    for (const status of paymentStatuses)
      expect(codeOf(() => assertOpen(status))).toBe(
        isOpen(status) ? undefined : 'billing.payment-not-pending',
      );
  });

  it('is given seven days', () => {
    expect(expiryOf(new Date('2026-11-20T09:00:00Z')).toISOString()).toBe('2026-11-27T09:00:00.000Z');
  });

  it.each([
    ['2026-11-20', undefined],
    ['2026-11-01', undefined],
    ['2025-11-18', undefined],
    ['2025-11-17', 'billing.received-on-invalid'],
    ['2026-11-21', 'billing.received-on-invalid'],
  ])('received on %s answers %s', (receivedOn, code) => {
    const declaredAt = new Date('2026-11-18T09:00:00Z');
    expect(codeOf(() => assertReceivedOn(receivedOn, declaredAt, '2026-11-20'))).toBe(code);
  });
});
