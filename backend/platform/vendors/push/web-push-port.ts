import type { Clock } from '@calmness/platform/clock';
import type { VapidKey } from '@calmness/platform/config';
import type { SendOutcome } from '../outcome';
import { faultReason, outcomeOfFault, outcomeOfStatus, retryAfterSeconds } from '../transport-fault';
import { PushPort, type PushMessage } from './push-port';

const answersWithinMs = 15_000;
const busySeconds = 30;

export interface WebPushSettings {
  /** The first is what browsers subscribe with; older ones reach those that subscribed before. */
  keys: readonly [VapidKey, ...VapidKey[]];
  /** `mailto:` or `https:`, where a push service may complain. */
  subject: string;
  /** Whether a member's subscription may make us call this address. */
  trusts(endpoint: URL): boolean;
}

/** Web push: web-push encrypts and signs, `fetch` carries. */
export class WebPushPort extends PushPort {
  readonly enabled = true;
  readonly publicKey: string;

  constructor(
    private readonly settings: WebPushSettings,
    private readonly clock: Clock,
    private readonly answersWithin = answersWithinMs,
  ) {
    super();
    this.publicKey = settings.keys[0].publicKey;
  }

  async send(message: PushMessage): Promise<SendOutcome> {
    const endpoint = URL.parse(message.subscription.endpoint);
    if (!endpoint || !this.settings.trusts(endpoint)) {
      return { kind: 'permanent', reason: 'the endpoint is no push service', address: 'gone' };
    }
    try {
      return await this.withAnyKey(message);
    } catch (error) {
      return outcomeOfFault(error);
    }
  }

  /** A browser listens to the key it subscribed with: a refused key delivered nothing, the next one may. */
  private async withAnyKey(message: PushMessage): Promise<SendOutcome> {
    let refused: SendOutcome = { kind: 'permanent', reason: 'no key' };
    for (const key of this.settings.keys) {
      const request = await this.encrypt(message, key);
      if ('kind' in request) return request;
      const response = await fetch(message.subscription.endpoint, {
        ...request,
        redirect: 'manual',
        signal: AbortSignal.timeout(this.answersWithin),
      });
      await response.body?.cancel();
      if (response.status !== 401 && response.status !== 403) return this.outcomeOf(response);
      refused = { kind: 'permanent', reason: `HTTP ${response.status} key refused` };
    }
    return refused;
  }

  private async encrypt(
    { subscription: { endpoint, p256dh, auth }, payload, ttlSeconds, topic, urgent }: PushMessage,
    vapidKey: VapidKey,
  ): Promise<RequestInit | SendOutcome> {
    const { default: webPush } = await import('web-push');
    try {
      const { method, headers, body } = webPush.generateRequestDetails(
        { endpoint, keys: { p256dh, auth } },
        payload,
        {
          vapidDetails: { subject: this.settings.subject, ...vapidKey },
          TTL: Math.max(0, Math.floor(ttlSeconds)),
          topic,
          urgency: urgent ? 'high' : 'normal',
        },
      );
      const asText = Object.entries(headers)
        .filter(([name]) => name !== 'Content-Length')
        .map(([name, value]): [string, string] => [name, String(value)]);
      return { method, headers: asText, body: new Uint8Array(body) };
    } catch (error) {
      // Keys no browser made: nothing will ever be read there.
      return {
        kind: 'permanent',
        reason: `the subscription is unusable: ${faultReason(error)}`,
        address: 'gone',
      };
    }
  }

  private outcomeOf({ status, headers }: Response): SendOutcome {
    const reason = `HTTP ${status}`;
    if (status >= 200 && status < 300) return { kind: 'accepted', providerId: headers.get('location') ?? '' };
    if (status === 404 || status === 410) return { kind: 'permanent', reason, address: 'gone' };
    const afterSeconds = retryAfterSeconds(headers.get('retry-after'), this.clock.now());
    if (status === 429) return { kind: 'retryable', reason, afterSeconds: afterSeconds ?? busySeconds };
    if (status >= 500) return withWait(outcomeOfStatus(status), afterSeconds);
    return { kind: 'permanent', reason };
  }
}

function withWait(outcome: SendOutcome, afterSeconds: number | undefined): SendOutcome {
  return outcome.kind === 'retryable' && afterSeconds !== undefined ? { ...outcome, afterSeconds } : outcome;
}

const bareAddress = /^\[|^[\d.]+$/;

/** A push service has a name and a certificate; the inside of our network has neither for a stranger to name. */
export function isPublicService({ protocol, hostname, username }: URL): boolean {
  const named =
    hostname.includes('.') && !bareAddress.test(hostname) && !/\.(local|internal|localhost)$/.test(hostname);
  return protocol === 'https:' && named && username === '';
}

/** Outside production a push service may also run on this machine. */
export function isPublicOrOwnService(endpoint: URL): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(endpoint.hostname) || isPublicService(endpoint);
}
