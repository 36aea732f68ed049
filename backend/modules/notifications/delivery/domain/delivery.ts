import type { SendOutcome } from '@calmness/platform/vendors';

/** `unknown` is honest: the provider may or may not have it, and nobody will send it again. */
export const deliveryStates = ['queued', 'sending', 'sent', 'failed', 'unknown', 'cancelled'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Attempts after which a provider that keeps saying "later" is believed to mean "never". */
export const maxSendAttempts = 8;

const firstDelaySeconds = 30;
const longestDelaySeconds = 3_600;

export interface Verdict {
  state: Exclude<DeliveryState, 'sending'>;
  /** Seconds until the next attempt, when queued again. */
  retryInSeconds?: number;
  reason?: string;
  providerId?: string;
}

/** What an answer of the provider makes of a delivery at its `attempts`-th attempt. */
export function judge(outcome: SendOutcome, attempts: number): Verdict {
  switch (outcome.kind) {
    case 'accepted':
      return { state: 'sent', providerId: outcome.providerId };
    case 'permanent':
      return { state: 'failed', reason: outcome.reason };
    case 'unknown':
      return { state: 'unknown', reason: outcome.reason };
    case 'retryable':
      return attempts >= maxSendAttempts
        ? { state: 'failed', reason: outcome.reason }
        : { state: 'queued', retryInSeconds: delayBefore(attempts + 1), reason: outcome.reason };
  }
}

/** 30 s, 1 min, 2 min … one hour at most. */
export function delayBefore(attempt: number): number {
  return Math.min(firstDelaySeconds * 2 ** Math.max(0, attempt - 2), longestDelaySeconds);
}
