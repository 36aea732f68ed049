import { newId } from '@calmness/platform/ids';

/** What no delivery has yet. */
export function newborn(now: Date) {
  return {
    id: newId(),
    digestId: null,
    attempts: 0,
    attemptsBefore: 0,
    claimedUntil: null,
    handedOverAt: null,
    doubtSince: null,
    addressHash: null,
    providerId: null,
    templateVersion: null,
    lastReason: null,
    createdAt: now,
    changedAt: now,
    acceptedAt: null,
    closedAt: null,
  };
}
