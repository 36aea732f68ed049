import type { AddressFault, SendOutcome } from '../outcome';
import { outcomeOfFault, outcomeOfStatus } from '../transport-fault';

/** What Telegram's own errors carry (`TelegramApiError` of the library). */
interface TelegramRefusal {
  errorCode: number;
  description: string;
  retryAfter?: number;
}

const defaultWaitSeconds = 5;
const descriptionLength = 120;

/** Why a person cannot be written to: Telegram has one code for all of it, so its words decide, with a safe default. */
const closedDoors: [RegExp, AddressFault][] = [
  [/deactivated|user not found/i, 'gone'],
  [/can't initiate|chat not found|not a member/i, 'unreachable'],
];

/** Turns whatever the library threw while sending into an outcome. */
export function telegramOutcome(error: unknown): SendOutcome {
  return isRefusal(error) ? outcomeOfRefusal(error) : outcomeOfFault(error);
}

function isRefusal(error: unknown): error is TelegramRefusal {
  return error instanceof Error && 'errorCode' in error && typeof error.errorCode === 'number';
}

function outcomeOfRefusal({ errorCode, description, retryAfter }: TelegramRefusal): SendOutcome {
  const reason = `${errorCode} ${description}`.slice(0, descriptionLength);
  if (errorCode === 429) return { kind: 'retryable', reason, afterSeconds: retryAfter ?? defaultWaitSeconds };
  // The token, not the message: everything waits until it is mended.
  if (errorCode === 401 || errorCode === 404)
    return { kind: 'retryable', reason: `${errorCode} token refused` };
  if (errorCode === 403) return { kind: 'permanent', reason, address: doorOf(description) ?? 'blocked' };
  if (errorCode >= 500) return outcomeOfStatus(errorCode, reason);
  const address = doorOf(description);
  return address ? { kind: 'permanent', reason, address } : { kind: 'permanent', reason };
}

function doorOf(description: string): AddressFault | undefined {
  return closedDoors.find(([words]) => words.test(description))?.[1];
}
