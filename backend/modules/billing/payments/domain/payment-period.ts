import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';
import {
  nextPeriod,
  type LatestSubscription,
  type NextPeriod,
} from '../../subscriptions/domain/subscription';
import type { PaymentEntity } from '../persistence/payment.entity';
import { earliestOf } from './early-start';

type Order = Pick<
  PaymentEntity,
  | 'planCode'
  | 'durationMonths'
  | 'replacesSubscriptionId'
  | 'buyer'
  | 'declaredAt'
  | 'earlyStartAsked'
  | 'earlyStartConsentAt'
>;

/** The period an order would give today; what it takes the place of ends first. */
export function periodOf(
  order: Order,
  latest: (LatestSubscription & { id: Uuid }) | null,
  today: IsoDate,
): NextPeriod {
  const replaced = latest !== null && latest.id === order.replacesSubscriptionId;
  return nextPeriod(replaced ? null : latest, order, { today, earliest: earliestOf(order) });
}
