import type { IsoDate } from '@calmness/events';
import { businessZone, dayIn } from '@calmness/platform/clock';
import type { BuyerSnapshot } from '../../invoices/domain/buyer';
import { earliestStart } from '../../requests/domain/withdrawal';

interface AskedOrder {
  buyer: BuyerSnapshot | null;
  declaredAt: Date;
  earlyStartAsked: boolean;
  earlyStartConsentAt: Date | null;
}

/** A consumer may withdraw from what he orders at a distance; a company may not. */
export function mayWithdraw(buyer: Pick<BuyerSnapshot, 'kind'> | null): boolean {
  return buyer?.kind !== 'company';
}

/** The first day access may start; undefined when nothing stands against today. */
export function earliestOf(order: AskedOrder): IsoDate | undefined {
  const { buyer, declaredAt, earlyStartAsked, earlyStartConsentAt } = order;
  if (!earlyStartAsked || earlyStartConsentAt || !mayWithdraw(buyer)) return undefined;
  return earliestStart(dayIn(declaredAt, businessZone));
}
