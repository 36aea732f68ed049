import type { DifferenceChoice, SurplusChoice } from '@calmness/contracts';
import { DomainError } from '@calmness/platform/errors';

/** Where received money goes, EUR cents. */
export interface ReceivedAmount {
  /** For the order. */
  keptCents: number;
  /** Above the price: owed to the member, never silently kept. */
  surplusCents: number;
  surplusChoice: SurplusChoice | null;
  /** True when nothing is left to pay. */
  completes: boolean;
}

/**
 * What arrived against what is due. A difference is accepted when somebody said what becomes of it.
 * @throws DomainError billing.amount-mismatch naming both amounts and the choices there are
 */
export function splitReceived(
  dueCents: number,
  receivedCents: number,
  choice: DifferenceChoice | undefined,
): ReceivedAmount {
  const nothing = { surplusCents: 0, surplusChoice: null };
  if (receivedCents === dueCents) return { ...nothing, keptCents: dueCents, completes: true };
  if (receivedCents < dueCents) {
    if (choice !== 'partial') throw mismatch(dueCents, receivedCents, ['partial']);
    return { ...nothing, keptCents: receivedCents, completes: false };
  }
  if (choice !== 'credit' && choice !== 'refuse')
    throw mismatch(dueCents, receivedCents, ['credit', 'refuse']);
  const surplusCents = receivedCents - dueCents;
  return { keptCents: dueCents, surplusCents, surplusChoice: choice, completes: true };
}

/** EUR cents of an order that are in. */
export function keptBy(receipts: readonly { amountCents: number; surplusCents: number }[]): number {
  return receipts.reduce((sum, { amountCents, surplusCents }) => sum + amountCents - surplusCents, 0);
}

function mismatch(due: number, received: number, choices: DifferenceChoice[]): DomainError {
  const params = { due_cents: due, received_cents: received, choices };
  return new DomainError('billing.amount-mismatch', params, 'invalid', [
    { field: 'amount_cents', code: received > due ? 'too_large' : 'too_small' },
  ]);
}
