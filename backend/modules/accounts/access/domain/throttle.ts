import { createHmac } from 'node:crypto';
import type { IsoDate } from '@calmness/events';

/** How many attempts are free, and how long each further one has to wait. */
export interface ThrottlePolicy {
  free: number;
  /** The first wait; each further attempt doubles it. */
  firstWaitSeconds: number;
  longestWaitSeconds: number;
}

/** A quiet day forgives everything. */
export const forgetAfterSeconds = 86_400;

/**
 * Whoever guesses from anywhere (`account`) never uses up the attempts of a browser the owner came in with
 * before (`device`); a network behind which many people sit gets more (`network`).
 */
export const throttlePolicies = {
  account: { free: 5, firstWaitSeconds: 30, longestWaitSeconds: 900 },
  device: { free: 10, firstWaitSeconds: 30, longestWaitSeconds: 900 },
  network: { free: 30, firstWaitSeconds: 60, longestWaitSeconds: 3_600 },
  /** A link by mail: a handful an hour, then less and less. */
  mail: { free: 5, firstWaitSeconds: 120, longestWaitSeconds: 3_600 },
  /** The password asked again inside a session. */
  confirmation: { free: 5, firstWaitSeconds: 30, longestWaitSeconds: 900 },
} as const satisfies Record<string, ThrottlePolicy>;
export type ThrottleKind = keyof typeof throttlePolicies;

/** The row's name for something that must not be read from it. */
export function throttleKey(secret: string, kind: ThrottleKind, subject: string): string {
  return `${kind}:${createHmac('sha256', secret).update(`throttle|${kind}|${subject}`).digest('base64url')}`;
}

/** A network address is known for a day only: tomorrow its key is another (CNIL). */
export function networkOf(address: string, day: IsoDate): string {
  return `${day}|${address}`;
}
