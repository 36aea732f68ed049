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
  /** A classroom may join from one network; a robot soon waits. */
  registration: { free: 60, firstWaitSeconds: 10, longestWaitSeconds: 600 },
  /** A public page somebody looks a code up on: an office checks a pile of papers, a robot soon waits. */
  lookup: { free: 120, firstWaitSeconds: 10, longestWaitSeconds: 600 },
  /** A link by mail: a handful an hour, then less and less. */
  mail: { free: 5, firstWaitSeconds: 120, longestWaitSeconds: 3_600 },
  /** A code to a phone: each one costs, and rings. */
  code: { free: 3, firstWaitSeconds: 60, longestWaitSeconds: 3_600 },
  /** The password asked again inside a session. */
  confirmation: { free: 5, firstWaitSeconds: 30, longestWaitSeconds: 900 },
} as const satisfies Record<string, ThrottlePolicy>;
export type ThrottleKind = keyof typeof throttlePolicies;

/** The row's name for something that must not be read from it. */
export function throttleKey(secret: string, kind: ThrottleKind, subject: string): string {
  return `${kind}:${createHmac('sha256', secret).update(`throttle|${kind}|${subject}`).digest('base64url')}`;
}

/**
 * A network address is known for a day only: tomorrow its key is another (CNIL). Of IPv6 the first 64 bits
 * count, which is what one subscriber is given (RFC 6177).
 */
export function networkOf(address: string, day: IsoDate): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return `${day}|${mapped ?? (address.includes(':') ? firstHalf(address) : address)}`;
}

function firstHalf(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const present = groups.length + (tail?.split(':').filter((group) => group !== '').length ?? 0);
  const zeros = Array.from({ length: tail === undefined ? 0 : 8 - present }, () => '0');
  return [...groups, ...zeros, ...(tail?.split(':') ?? [])]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
