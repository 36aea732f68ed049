import type { DeliveryState } from '@calmness/contracts';
import type { DeliveryEntity } from '../../delivery/persistence/delivery.entity';

type Delivery = Pick<DeliveryEntity, 'state' | 'digestId' | 'expiresAt'>;

/**
 * What the staff may have sent after all, while its message is still news. A suppressed one too: an address may have been
 * proven or a wish changed since, and both are asked about again before it leaves. `unknown` may then arrive twice: the
 * person at the desk decides that, nobody else.
 */
export const retriable: readonly DeliveryState[] = ['failed', 'unknown', 'expired', 'suppressed'];
/** What has not left yet. */
export const cancellable: readonly DeliveryState[] = ['queued', 'deferred', 'digested'];
/** Nothing is to be done any more for these: a second click on "retry" finds one of them, and that is fine. */
export const alreadyGoing: readonly DeliveryState[] = [
  ...(['queued', 'deferred', 'sending', 'accepted', 'sent', 'delivered', 'read'] as const),
];

export function mayRetry({ state, digestId, expiresAt }: Delivery, now: Date): boolean {
  return retriable.includes(state) && digestId === null && expiresAt > now;
}

export function mayCancel({ state, digestId }: Delivery): boolean {
  return cancellable.includes(state) && digestId === null;
}
