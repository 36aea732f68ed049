import type { DeliveryState, OutgoingChannel } from '@calmness/contracts';
import type { Lane, SendOutcome } from '@calmness/platform/vendors';

export { deliveryStates, type DeliveryState } from '@calmness/contracts';

/** Attempts after which a provider that keeps saying "later" is believed to mean "never". */
export const maxSendAttempts = 8;

const firstDelaySeconds = 2;
const longestDelaySeconds = 900;

export interface Verdict {
  state: Exclude<DeliveryState, 'sending'>;
  /** Earliest next attempt, when it waits. */
  nextAttemptAt?: Date;
  reason?: string;
  providerId?: string;
  /** Nobody knows whether this attempt arrived. */
  doubt?: true;
}
/** What is known of an attempt besides the provider's answer. */
export interface Attempt {
  channel: OutgoingChannel;
  lane: Lane;
  /** The first is 1. */
  number: number;
  doubted: boolean;
  /** True when the provider recognises a repeat by its id. */
  recognisesRepeat: boolean;
  now: Date;
  expiresAt: Date;
}

/** What an answer of the provider makes of a delivery. */
export function judge(outcome: SendOutcome, attempt: Attempt): Verdict {
  switch (outcome.kind) {
    case 'accepted':
      return { state: receiptsOf[attempt.channel] ? 'accepted' : 'sent', providerId: outcome.providerId };
    case 'permanent':
      return { state: 'failed', reason: outcome.reason };
    case 'unknown':
      return maySendAgain(attempt)
        ? { ...again(outcome.reason, { ...attempt, doubted: true }), doubt: true }
        : { state: 'unknown', reason: outcome.reason, doubt: true };
    case 'retryable':
      return again(outcome.reason, attempt, outcome.afterSeconds);
  }
}

/**
 * Its sender died before anything left. That says nothing of the provider, so it goes again soon whatever its number; not
 * for ever, because it may be what its senders die of.
 */
export function afterDeathBefore(attempt: Attempt): Verdict {
  return again('sender-died', attempt, 0, firstDelaySeconds);
}

/** Too late to be sent again; one that may have arrived already is no message that never left. */
export function outOfTime(verdict: Verdict, { doubted }: Attempt): Verdict {
  return doubted && verdict.state === 'expired' ? { ...verdict, state: 'unknown' } : verdict;
}

/** Channels whose provider tells what became of a message it took. */
export const receiptsOf: Record<OutgoingChannel, boolean> = {
  email: false,
  whatsapp: true,
  telegram: false,
  discord: false,
  push: false,
};

/**
 * After an answer that was lost. Discord knows the nonce, a push of the same topic replaces the first, Twilio is asked
 * what it has before anything is repeated. A mail that matters goes once more under the same Message-ID. Telegram has
 * nothing to recognise a repeat by.
 */
function maySendAgain({ channel, lane, doubted, recognisesRepeat }: Attempt): boolean {
  switch (channel) {
    case 'discord':
    case 'push':
    case 'whatsapp':
      return true;
    case 'email':
      return recognisesRepeat || (!doubted && (lane === 'critical' || lane === 'transactional'));
    case 'telegram':
      return false;
  }
}

function again(
  reason: string,
  { number, now, expiresAt, doubted }: Attempt,
  afterSeconds = 0,
  delaySeconds = delayAfter(number),
): Verdict {
  if (number >= maxSendAttempts) return { state: doubted ? 'unknown' : 'failed', reason };
  const seconds = Math.max(afterSeconds, delaySeconds);
  const nextAttemptAt = new Date(now.getTime() + seconds * 1_000);
  if (nextAttemptAt >= expiresAt) return { state: doubted ? 'unknown' : 'expired', reason };
  return { state: 'queued', nextAttemptAt, reason };
}

/**
 * 2 s, 6 s, 18 s, 54 s … 15 minutes at most, less up to a fifth so that what failed together does not come back
 * together: eight attempts in half an hour.
 */
export function delayAfter(attempt: number, chance = Math.random()): number {
  const whole = Math.min(firstDelaySeconds * 3 ** (attempt - 1), longestDelaySeconds);
  return whole * (1 - chance / 5);
}
