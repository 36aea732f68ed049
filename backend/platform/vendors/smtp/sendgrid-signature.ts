import { createPublicKey, verify } from 'node:crypto';

/** A posted batch of events with the two headers that prove it. */
export interface SignedEvents {
  signature: string;
  timestamp: string;
  /** The bytes as they came. */
  body: Buffer;
}

/**
 * Whether SendGrid signed the events: ECDSA over timestamp and body (Signed Event Webhook). `webhookKey`: the public key
 * in base64. A repeat of a genuine batch is genuine; each event has an id of its own.
 */
export function isFromSendGrid(webhookKey: string, { signature, timestamp, body }: SignedEvents): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(webhookKey, 'base64'), format: 'der', type: 'spki' });
    const signed = Buffer.concat([Buffer.from(timestamp), body]);
    return verify('sha256', signed, key, Buffer.from(signature, 'base64'));
  } catch {
    // A key or a signature that is none proves nothing.
    return false;
  }
}
