import type { SendOutcome } from '../outcome';
import { WhatsAppPort, type WhatsAppSent } from './whatsapp-port';

const reason = 'TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_WHATSAPP_FROM are not set';

/** Without an account: sends nothing, says so, and believes no callback. */
export class DisabledWhatsAppPort extends WhatsAppPort {
  readonly enabled = false;

  sendTemplate(): Promise<SendOutcome> {
    return Promise.resolve({ kind: 'retryable', reason });
  }

  sendText(): Promise<SendOutcome> {
    return Promise.resolve({ kind: 'retryable', reason });
  }

  sentTo(): Promise<WhatsAppSent[]> {
    return Promise.reject(new Error(reason));
  }

  isGenuine(): boolean {
    return false;
  }
}
