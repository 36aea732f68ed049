export interface MailAttachment {
  fileName: string;
  mediaType: string;
  bytes: Uint8Array;
}
export interface Mail {
  /** Stable over retries (`<delivery-id@domain>`), so that a receiver can recognise a repeat. */
  messageId: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  attachments: MailAttachment[];
  /** Where one POST ends mails of this kind (RFC 8058); null for what nobody may refuse. */
  unsubscribeUrl: string | null;
}

/**
 * What the provider answered. `unknown` is honest: the connection broke after the message was
 * handed over, so it may or may not have left.
 */
export type SendOutcome =
  | { kind: 'accepted'; providerId: string }
  | { kind: 'retryable'; reason: string }
  | { kind: 'permanent'; reason: string }
  | { kind: 'unknown'; reason: string };

/** Sends one mail, once; it never retries by itself. */
export abstract class MailSender {
  /** True when the same Message-ID sent twice arrives once: then a doubtful send may be repeated. */
  abstract readonly deduplicatesByMessageId: boolean;
  abstract send(mail: Mail): Promise<SendOutcome>;
}
