import type { AddressFault, SendOutcome } from '../outcome';
import { outcomeOfFault, outcomeOfStatus } from '../transport-fault';

/** `DiscordAPIError`, `HTTPError` and `RateLimitError` of discord.js, as far as they are read. */
interface DiscordFault {
  name: string;
  code?: number | string;
  status?: number;
  /** Milliseconds. */
  retryAfter?: number;
}

/** Direct messages were opened too fast: Discord names no time. */
const tooManyDoorsSeconds = 60;
const busySeconds = 5;

const addresses: Partial<Record<number, AddressFault>> = {
  10013: 'gone',
  40007: 'blocked',
  50001: 'unreachable',
  50007: 'blocked',
  50033: 'gone',
  50278: 'unreachable',
};
const waits: Partial<Record<number, number>> = {
  40003: tooManyDoorsSeconds,
  40062: busySeconds,
  130000: busySeconds,
};

/** The channel of direct messages we knew is not there any more. */
export const unknownChannel = 10003;

export function discordCode(error: unknown): number | undefined {
  const { code } = error as { code?: unknown };
  return typeof code === 'number' ? code : undefined;
}

/** Turns whatever discord.js threw into an outcome. Its messages quote what was sent: only codes go on. */
export function discordOutcome(error: unknown): SendOutcome {
  const fault = error as DiscordFault;
  if (fault.name.startsWith('RateLimitError')) {
    return { kind: 'retryable', reason: '429', afterSeconds: Math.ceil(fault.retryAfter ?? 0) / 1_000 };
  }
  if (typeof fault.status !== 'number') return outcomeOfFault(error);
  if (fault.status >= 500) return outcomeOfStatus(fault.status);
  return outcomeOfRefusal(fault.status, typeof fault.code === 'number' ? fault.code : 0);
}

function outcomeOfRefusal(status: number, code: number): SendOutcome {
  const reason = code ? `${status} code ${code}` : `${status}`;
  const afterSeconds = waits[code];
  if (afterSeconds !== undefined) return { kind: 'retryable', reason, afterSeconds };
  // The token, not the message: everything waits until it is mended.
  if (status === 401) return { kind: 'retryable', reason: '401 token refused' };
  // A page of whoever guards the door, without a word of the API.
  if (status === 429 || (status === 403 && code === 0)) return { kind: 'retryable', reason };
  if (code === unknownChannel) return { kind: 'retryable', reason };
  const address = addresses[code];
  return address ? { kind: 'permanent', reason, address } : { kind: 'permanent', reason };
}
