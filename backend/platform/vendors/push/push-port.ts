import type { SendOutcome } from '../outcome';

export interface PushSubscriptionKeys {
  endpoint: string;
  p256dh: string;
  auth: string;
}
export interface PushMessage {
  subscription: PushSubscriptionKeys;
  /** JSON for the service worker, 3 000 bytes at most; no amount and no secret in it. */
  payload: string;
  /** Seconds the push service keeps it for a phone that is off. */
  ttlSeconds: number;
  /** Same topic, same place on the phone: the newer replaces the older. 32 url-safe characters at most. */
  topic?: string;
  urgent?: boolean;
}

/** Web push (RFC 8030, 8291, 8292). Never retries by itself. */
export abstract class PushPort {
  abstract readonly enabled: boolean;
  /** The VAPID key a browser subscribes with; null when push is disabled. */
  abstract readonly publicKey: string | null;
  abstract send(message: PushMessage): Promise<SendOutcome>;
}
