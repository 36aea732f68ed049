import { createTransport, type Transporter } from 'nodemailer';
import type { SmtpSettings } from '@calmness/platform/config';
import { MailSender, type Mail, type SendOutcome } from './mail-sender';

interface SmtpFault {
  code?: string;
  command?: string;
  responseCode?: number;
}

const connectWithinMs = 10_000;

/** Mail through an SMTP relay (nodemailer). */
export class SmtpMailSender extends MailSender {
  private readonly transporter: Transporter;

  constructor(
    settings: SmtpSettings,
    private readonly from: string,
  ) {
    super();
    this.transporter = createTransport({
      host: settings.host,
      port: settings.port,
      secure: settings.secure,
      auth: settings.user ? { user: settings.user, pass: settings.password ?? '' } : undefined,
      connectionTimeout: connectWithinMs,
      socketTimeout: 2 * connectWithinMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send(mail: Mail): Promise<SendOutcome> {
    try {
      const info = (await this.transporter.sendMail({
        from: this.from,
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        messageId: mail.messageId,
        attachments: mail.attachments.map((attachment) => ({
          filename: attachment.fileName,
          contentType: attachment.mediaType,
          content: Buffer.from(attachment.bytes),
        })),
      })) as { messageId?: string };
      return { kind: 'accepted', providerId: info.messageId ?? mail.messageId };
    } catch (error) {
      return outcomeOf(error as SmtpFault);
    }
  }
}

/** RFC 5321: 4xx may be tried again, 5xx may not; a break after DATA leaves us not knowing. */
export function outcomeOf(fault: SmtpFault): SendOutcome {
  const reason = [fault.code, fault.responseCode, fault.command].filter(Boolean).join(' ');
  if (fault.responseCode !== undefined) {
    return { kind: fault.responseCode >= 500 ? 'permanent' : 'retryable', reason };
  }
  return { kind: fault.command === 'DATA' ? 'unknown' : 'retryable', reason };
}
