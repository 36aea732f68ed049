import type { Clock } from '@calmness/platform/clock';
import type { SendGridSettings } from '@calmness/platform/config';
import type { SendOutcome } from '../outcome';
import { outcomeOfFault, outcomeOfStatus, retryAfterSeconds } from '../transport-fault';
import { MailSender, type Mail } from './mail-sender';
import { unsubscribeHeaders } from './unsubscribe-headers';

const answersWithinMs = 15_000;
const busySeconds = 10;

/** Mail through SendGrid's HTTP API. */
export class SendGridMailSender extends MailSender {
  readonly deduplicatesByMessageId = false;

  constructor(
    private readonly settings: SendGridSettings,
    private readonly from: string,
    private readonly clock: Clock,
    private readonly answersWithin = answersWithinMs,
  ) {
    super();
  }

  async send(mail: Mail): Promise<SendOutcome> {
    try {
      const response = await fetch(`${this.settings.apiBase}/v3/mail/send`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${this.settings.apiKey}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(this.toMessage(mail)),
        redirect: 'manual',
        signal: AbortSignal.timeout(this.answersWithin),
      });
      await response.body?.cancel();
      return this.outcomeOf(response, mail);
    } catch (error) {
      return outcomeOfFault(error);
    }
  }

  private outcomeOf({ status, headers }: Response, mail: Mail): SendOutcome {
    const reason = `SendGrid answered ${status}`;
    if (status === 202)
      return { kind: 'accepted', providerId: headers.get('x-message-id') ?? mail.messageId };
    if (status === 429) return { kind: 'retryable', reason, afterSeconds: this.waitOf(headers) };
    // The key, not the mail: everything waits until it is mended.
    if (status === 401 || status === 403) return { kind: 'retryable', reason: `${reason}: key refused` };
    if (status >= 500 || status < 400) return outcomeOfStatus(status, reason);
    return { kind: 'permanent', reason };
  }

  private waitOf(headers: Headers): number {
    const now = this.clock.now();
    const told = retryAfterSeconds(headers.get('retry-after'), now);
    // SendGrid's own: the second, since 1970, at which one may ask again.
    const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN) - now.getTime() / 1_000;
    return told ?? (reset > 0 ? Math.ceil(reset) : busySeconds);
  }

  private toMessage(mail: Mail): unknown {
    const off = { enable: false };
    return {
      personalizations: [{ to: [{ email: mail.to }] }],
      from: toSender(this.from),
      subject: mail.subject,
      content: [
        { type: 'text/plain', value: mail.text },
        { type: 'text/html', value: mail.html },
      ],
      headers: { 'Message-ID': mail.messageId, ...unsubscribeHeaders(mail) },
      attachments:
        mail.attachments.length === 0
          ? undefined
          : mail.attachments.map(({ fileName, mediaType, bytes }) => ({
              content: Buffer.from(bytes).toString('base64'),
              type: mediaType,
              filename: fileName,
              disposition: 'attachment',
            })),
      // A tracked link passes through somebody else's hands: ours carry secrets.
      tracking_settings: { click_tracking: off, open_tracking: off, subscription_tracking: off },
    };
  }
}

/** `Name <address>` in two fields. */
function toSender(from: string): { email: string; name?: string } {
  const [, name, email] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(from) ?? [];
  return email ? { email, name: name || undefined } : { email: from.trim() };
}
