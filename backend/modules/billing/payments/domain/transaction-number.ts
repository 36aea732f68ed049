import { overrideReasonMinLength } from '@calmness/contracts';
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

/**
 * Why a number is used again, for whoever reads the audit; undefined when nobody said so.
 * @throws DomainError billing.override-reason-too-short
 */
export function overrideReasonOf(text: string | undefined): string | undefined {
  const reason = text?.trim() ?? '';
  if (reason === '') return undefined;
  if (reason.length >= overrideReasonMinLength) return reason;
  throw new DomainError(
    'billing.override-reason-too-short',
    { min_length: overrideReasonMinLength },
    'invalid',
    [{ field: 'override_reason', code: 'too_short' }],
  );
}

function refusal(
  code: 'billing.transaction-number-required' | 'billing.transaction-number-malformed',
  why: 'required' | 'pattern',
): DomainError {
  return new DomainError(code, { min_length: 4, max_length: 64 }, 'invalid', [
    { field: 'transaction_number', code: why },
  ]);
}
