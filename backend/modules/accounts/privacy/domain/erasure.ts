import {
  staffRoles,
  type DeletionView,
  type ErasureOrigin,
  type Locale,
  type Role,
} from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';

/** Days between the request and the erasure, in which it can be cancelled. */
export const graceDays = 7;
/** Days the address is kept after an erasure, for the mail that says it is done. */
export const farewellDays = 2;

export type ErasureState = 'scheduled' | 'running' | 'done' | 'cancelled';

export interface Erasure {
  id: Uuid;
  memberId: Uuid;
  origin: ErasureOrigin;
  /** The member gave up what a waivable blocker protects. */
  gaveUpAccess: boolean;
  state: ErasureState;
  requestedAt: Date;
  executeAfter: Date;
}
/** An erasure this worker may carry on until its lease ends. */
export interface ErasureClaim {
  id: Uuid;
  memberId: Uuid;
  attempts: number;
}
/** How to tell somebody who is no longer in the register that he is not. */
export interface Farewell {
  email: string;
  firstName: string;
  locale: Locale;
  timezone: string;
}

/**
 * What stays after an erasure, and for how many years after the end of the year: accounting documents ten
 * years (Code de commerce, art. L123-22); the log of what the staff did and the proofs of consent as long as
 * they may have to be shown (GDPR art. 5(2), 7(1), 17(3)(e)), under a number that no longer leads to a name.
 */
export const keptData: DeletionView['kept'] = [
  { code: 'invoices', years: 10 },
  { code: 'payments', years: 10 },
  { code: 'acceptances', years: null },
  { code: 'audit', years: null },
];

/** True for roles the academy has to take away before their holder can go. */
export function holdsDuty(roles: readonly Role[]): boolean {
  const duties: readonly Role[] = ['instructor', ...staffRoles];
  return roles.some((role) => duties.includes(role));
}

/** The address of nobody: unique, and no mail ever reaches it (RFC 2606, `.invalid`). */
export function erasedAddress(memberId: Uuid): string {
  return `erased-${memberId}@erased.invalid`;
}
