import type { AddressFault, SendOutcome } from '../outcome';
import { NotTheApi, outcomeOfFault, outcomeOfStatus } from '../transport-fault';

/** The number itself: nothing is sent there again until it is proven anew. */
const addresses: Partial<Record<number, AddressFault>> = {
  21211: 'unreachable',
  21214: 'unreachable',
  21610: 'opted-out',
  21614: 'unreachable',
  63003: 'unreachable',
  63015: 'unreachable',
  63024: 'unreachable',
  63032: 'opted-out',
  63033: 'blocked',
};
/** Too much was asked; Twilio names no time. The sandbox takes one message in three seconds. */
const waitSeconds: Partial<Record<number, number>> = { 14107: 1, 20429: 1, 30001: 5, 63018: 3.1 };
/** Our account, sender or settings: everything waits until they are mended. */
const ours = new Set([20003, 20005, 20403, 20404, 21603, 21606, 21609, 21910, 63007, 63020, 63022]);

/** A 429, with the seconds of its `Retry-After` where it names any: the library's own error forgets them. */
export class TooMuchAsked extends Error {
  readonly status = 429;
  readonly code?: number;
  readonly seconds: number;

  constructor(body: unknown, retryAfter: string | undefined) {
    super('429');
    const { code } = (body ?? {}) as { code?: unknown };
    if (typeof code === 'number') this.code = code;
    const seconds = Number(retryAfter ?? 0);
    this.seconds = Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
  }
}

/**
 * What one of Twilio's error codes means, in an answer or in a status callback. Codes come and go: one we do not
 * know is the message's own fault.
 */
export function whatsAppFault(code: number): SendOutcome {
  const reason = `code ${code}`;
  const afterSeconds = waitSeconds[code];
  if (afterSeconds !== undefined) return { kind: 'retryable', reason, afterSeconds };
  if (ours.has(code)) return { kind: 'retryable', reason };
  const address = addresses[code];
  return address ? { kind: 'permanent', reason, address } : { kind: 'permanent', reason };
}

/** Turns whatever the library threw while sending into an outcome. Its messages quote the number: only codes go on. */
export function whatsAppOutcome(error: unknown): SendOutcome {
  const { status, code } = error as { status?: unknown; code?: unknown };
  if (typeof status !== 'number' || error instanceof NotTheApi) return outcomeOfFault(error);
  if (status >= 500) return outcomeOfStatus(status);
  if (error instanceof TooMuchAsked) return patient(error);
  if (typeof code === 'number' && code > 0) return whatsAppFault(code);
  if (status === 401 || status === 403) return { kind: 'retryable', reason: `HTTP ${status}` };
  return { kind: 'permanent', reason: `HTTP ${status}` };
}

/** Twilio's own word, and never less than its code asks for. */
function patient({ code, seconds }: TooMuchAsked): SendOutcome {
  const fault = code === undefined ? null : whatsAppFault(code);
  const known = fault?.kind === 'retryable' ? fault : { reason: 'HTTP 429', afterSeconds: 1 };
  return {
    kind: 'retryable',
    reason: known.reason,
    afterSeconds: Math.max(known.afterSeconds ?? 1, seconds),
  };
}
