import type { SendOutcome } from './outcome';

/** Something between us and the vendor answered (a proxy's page, a portal), not its API. */
export class NotTheApi extends Error {
  constructor(readonly status: number) {
    super(`HTTP ${status} without the API's JSON`);
  }
}

interface Fault {
  name?: string;
  code?: unknown;
  syscall?: unknown;
  cause?: unknown;
  errors?: unknown;
  socket?: { bytesWritten?: number };
  message?: string;
}

/** Codes of a connection that was never there: whatever was to be sent stayed here. */
const neverConnected = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN'],
  ...['EADDRNOTAVAIL', 'UND_ERR_CONNECT_TIMEOUT', 'ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED'],
  ...['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ...['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'ERR_SSL_WRONG_VERSION_NUMBER', 'EPROTO'],
]);
const deepest = 8;

/** An error, what caused it, and what caused that. */
function chainOf(error: unknown): Fault[] {
  const chain: Fault[] = [];
  const waiting = [error];
  while (waiting.length > 0 && chain.length < deepest) {
    const next = waiting.shift();
    if (typeof next !== 'object' || next === null) continue;
    const fault = next as Fault;
    chain.push(fault);
    waiting.push(fault.cause, ...(Array.isArray(fault.errors) ? (fault.errors as unknown[]) : []));
  }
  return chain;
}

function stayedHere(fault: Fault): boolean {
  if (typeof fault.code === 'string' && neverConnected.has(fault.code)) return true;
  if (fault.syscall === 'connect' || fault.syscall === 'getaddrinfo') return true;
  if (fault.message?.includes('before secure TLS connection')) return true;
  return fault.socket?.bytesWritten === 0;
}

/** The codes of an error, never its message: an address or a token may stand in it. */
export function faultReason(error: unknown): string {
  const words = chainOf(error).flatMap((fault) =>
    [fault.code, fault.name].filter((word) => typeof word === 'string' && word !== 'Error').slice(0, 1),
  );
  return [...new Set(words)].join(' ') || 'no answer';
}

/**
 * What a request that got no answer came to: `retryable` when it certainly stayed here, `unknown` as soon as a
 * byte of it may have left.
 */
export function outcomeOfFault(error: unknown): SendOutcome {
  const chain = chainOf(error);
  const strange = chain.find((fault) => fault instanceof NotTheApi);
  if (strange) return outcomeOfStatus(strange.status);
  const reason = faultReason(error);
  return { kind: chain.some(stayedHere) ? 'retryable' : 'unknown', reason };
}

/**
 * What a status says when the vendor's own words do not: a server that refused or fell over took nothing (500,
 * 502, 503), one that stopped waiting for another may have (504), and a 2xx nobody can read is no receipt.
 */
export function outcomeOfStatus(status: number, reason = `HTTP ${status}`): SendOutcome {
  if (status === 408 || status === 504 || status < 300) return { kind: 'unknown', reason };
  // A redirect or a page of somebody else's, a 4xx in HTML: the vendor never saw the message.
  return { kind: 'retryable', reason };
}

/** `Retry-After`, in seconds or as a date, counted from `now`; undefined when there is none that makes sense. */
export function retryAfterSeconds(header: string | null | undefined, now: Date): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds : (Date.parse(header) - now.getTime()) / 1_000;
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

/** `fetch` that tells an API's answer from a page: anything but JSON is thrown as NotTheApi. */
export async function fetchJson(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init);
  if (response.headers.get('content-type')?.includes('json')) return response;
  await response.body?.cancel();
  throw new NotTheApi(response.status);
}
