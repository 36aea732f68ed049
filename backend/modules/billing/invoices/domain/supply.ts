import type { SupplyKind } from '@calmness/contracts';
import type { Operation } from './mentions';
import type { InvoiceFrame } from './invoice';

const letters = { goods: 'B', services: 'S', mixed: 'M' } as const;

/** Category of the operation: goods, services or both. The oldest lines say nothing and were services. */
export function operationOf(lines: readonly { supplyKind: SupplyKind | null }[]): Operation {
  const goods = lines.filter(({ supplyKind }) => supplyKind === 'goods').length;
  if (goods === 0) return 'services';
  return goods === lines.length ? 'goods' : 'mixed';
}

/** BT-23: what is sold, and whether it is paid already or final after deposits. */
export function frameOf(
  operation: Operation,
  state: { paid: boolean; afterDeposits: boolean },
): InvoiceFrame {
  const digit = state.afterDeposits ? '4' : state.paid ? '2' : '1';
  return `${letters[operation]}${digit}`;
}
