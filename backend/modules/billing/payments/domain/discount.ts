import type { BilingualText } from '@calmness/contracts';
import { DomainError } from '@calmness/platform/errors';
import type { OrderedLine } from '../../invoices/domain/order';

/** Something off a price, in EUR cents of what is left of it. */
export interface Discount {
  label: BilingualText;
  centsOf: (priceCents: number) => number;
}
export interface AppliedDiscount {
  label: BilingualText;
  amountCents: number;
}

/**
 * One after the other, each of what the others left.
 * @throws DomainError billing.coupon-covers-all when nothing is left to pay: what costs nothing is no sale
 */
export function applyDiscounts(line: OrderedLine, discounts: readonly Discount[]) {
  let left = line.unitPriceCents;
  const applied: AppliedDiscount[] = [];
  for (const { label, centsOf } of discounts) {
    const amountCents = Math.max(0, centsOf(left));
    left -= amountCents;
    if (amountCents > 0) applied.push({ label, amountCents });
  }
  if (left <= 0) throw new DomainError('billing.coupon-covers-all', {}, 'conflict');
  const discountCents = line.unitPriceCents - left;
  const reasons = applied.map(({ label }) => label.fr).join(' ; ');
  const discounted = { ...line, discountCents, discountReason: reasons || null };
  return { line: discounted, applied };
}
