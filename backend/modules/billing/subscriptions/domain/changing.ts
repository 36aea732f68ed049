import type { IsoDate } from '@calmness/events';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { statusOn, type StoredSubscriptionStatus } from './subscription';

interface Dated {
  startsOn: IsoDate;
  endsOn: IsoDate;
  status: StoredSubscriptionStatus;
  cancelledAt: Date | null;
}

/** @throws DomainError billing.subscription-not-found for one of somebody else too */
export function ofMember<Found extends { memberId: Uuid }>(found: Found | null, memberId: Uuid): Found {
  if (found?.memberId !== memberId) throw subscriptionNotFound();
  return found;
}

/** @throws DomainError billing.subscription-ended */
export function assertNotEnded(subscription: Dated, today: IsoDate): void {
  const status = statusOn(subscription, today);
  if (status === 'expired' || status === 'cancelled')
    throw new DomainError('billing.subscription-ended', { ended_on: subscription.endsOn }, 'conflict');
}

export function subscriptionNotFound(): DomainError {
  return new DomainError('billing.subscription-not-found', {}, 'not-found');
}
