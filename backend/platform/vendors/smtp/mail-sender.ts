import type { SendOutcome } from '../outcome';

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

/** Sends one mail, once; it never retries by itself. */
export abstract class MailSender {
  /** True when the same Message-ID sent twice arrives once: then a doubtful send may be repeated. */
  abstract readonly deduplicatesByMessageId: boolean;
  abstract send(mail: Mail): Promise<SendOutcome>;
}
