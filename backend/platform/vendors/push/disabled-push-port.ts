import type { SendOutcome } from '../outcome';
import { PushPort } from './push-port';

/** Without a key: browsers cannot subscribe, and nothing is sent. */
export class DisabledPushPort extends PushPort {
  readonly enabled = false;
  readonly publicKey = null;

  send(): Promise<SendOutcome> {
    return Promise.resolve({ kind: 'retryable', reason: 'CALMNESS_VAPID_KEYS is not set' });
  }
}
