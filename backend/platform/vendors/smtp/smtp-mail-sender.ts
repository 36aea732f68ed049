import { PassThrough } from 'node:stream';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import type { SmtpSettings } from '@calmness/platform/config';
import type { SendOutcome } from '../outcome';
import { MailSender, type Mail } from './mail-sender';

interface SmtpFault {
  code?: string;
  command?: string;
  responseCode?: number;
}
/** Turns true with the first byte of the message the relay was given. */
interface HandOver {
  begun: boolean;
}
interface CompiledMail {
  data: { handOver?: HandOver };
  message: { transform(factory: () => PassThrough): void };
}

const connectWithinMs = 10_000;

/** Mail through an SMTP relay (nodemailer). */
export class SmtpMailSender extends MailSender {
  readonly deduplicatesByMessageId = false;
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
    // The compiled message is read only after the relay answered 354 to DATA.
    this.transporter.use('stream', (mail, next) => {
      watchHandOver(mail as unknown as CompiledMail);
      next();
    });
  }

  async send(mail: Mail): Promise<SendOutcome> {
    const handOver: HandOver = { begun: false };
    try {
      const info = (await this.transporter.sendMail({ ...this.toMessage(mail), ...{ handOver } })) as {
        messageId?: string;
      };
      return { kind: 'accepted', providerId: info.messageId ?? mail.messageId };
    } catch (error) {
      return outcomeOf(error as SmtpFault, handOver.begun);
    }
  }

  private toMessage(mail: Mail): SendMailOptions {
    return {
      from: this.from,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: mail.messageId,
      headers: unsubscribeHeaders(mail),
      attachments: mail.attachments.map((attachment) => ({
        filename: attachment.fileName,
        contentType: attachment.mediaType,
        content: Buffer.from(attachment.bytes),
      })),
    };
  }
}

/** Both headers of RFC 8058: a mail program shows its own button and posts by itself. */
function unsubscribeHeaders({ unsubscribeUrl }: Mail): Record<string, string> {
  if (!unsubscribeUrl) return {};
  return {
    'List-Unsubscribe': `<${unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

function watchHandOver(mail: CompiledMail): void {
  const { handOver } = mail.data;
  if (!handOver) return;
  mail.message.transform(() => {
    const through = new PassThrough();
    through.once('data', () => {
      handOver.begun = true;
    });
    return through;
  });
}

/**
 * RFC 5321: 4xx may be tried again, 5xx may not. A line that broke after the message was handed
 * over leaves us not knowing; before that, nothing left.
 */
export function outcomeOf(fault: SmtpFault, handedOver: boolean): SendOutcome {
  const reason = [fault.code, fault.responseCode, fault.command].filter(Boolean).join(' ');
  if (fault.responseCode !== undefined) {
    return { kind: fault.responseCode >= 500 ? 'permanent' : 'retryable', reason };
  }
  return { kind: handedOver ? 'unknown' : 'retryable', reason };
}
