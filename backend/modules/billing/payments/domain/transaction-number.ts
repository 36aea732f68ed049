import { DomainError } from '@calmness/platform/errors';

const shape = /^[A-Z0-9]{4,64}$/;
/** What banks and people put between the characters. */
const separators = /[\s.,:;/\\_#|+*()-]+/g;

/**
 * A bank's transaction number as we compare it: capitals, no separators. `vir-2026 / 0042` and
 * `VIR20260042` are the same money.
 * @throws DomainError billing.transaction-number-required, billing.transaction-number-malformed
 */
export function normaliseTransactionNumber(text: string): string {
  const number = text.normalize('NFKC').toUpperCase().replaceAll(separators, '');
  if (number === '') throw refusal('billing.transaction-number-required', 'required');
  if (!shape.test(number)) throw refusal('billing.transaction-number-malformed', 'pattern');
  return number;
}

function refusal(
  code: 'billing.transaction-number-required' | 'billing.transaction-number-malformed',
  why: 'required' | 'pattern',
): DomainError {
  return new DomainError(code, { min_length: 4, max_length: 64 }, 'invalid', [
    { field: 'transaction_number', code: why },
  ]);
}
