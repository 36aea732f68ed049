import type { Readable } from 'node:stream';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import type { DkimSettings, SmtpSettings } from '@calmness/platform/config';
import type { SendOutcome } from '../outcome';
import { MailSender, type Mail } from './mail-sender';
import { smtpOutcome, type SmtpFault } from './smtp-outcome';
import { unsubscribeHeaders } from './unsubscribe-headers';

/** Turns true when the relay answered 354 and the message begins to flow. */
interface HandOver {
  begun: boolean;
}
interface CompiledMail {
  data: { handOver?: HandOver };
  message: { createReadStream(options?: object): Readable };
}

export interface SmtpOptions {
  dkim?: DkimSettings;
  /** Milliseconds for one step of the conversation. */
  stepWithinMs?: number;
}

/** What a signature vouches for. RFC 8058 wants both headers of one click among them; the library leaves one out. */
const signedHeaders = [
  ...['From', 'To', 'Cc', 'Reply-To', 'Subject', 'Date', 'Message-ID', 'In-Reply-To', 'References'],
  ...[
    'MIME-Version',
    'Content-Type',
    'Content-Transfer-Encoding',
    'List-Unsubscribe',
    'List-Unsubscribe-Post',
  ],
].join(':');

const stepWithinMs = 10_000;
/** What the relay may take to swallow a message before it answers. */
const silencesWithinMs = 30_000;
const idleMs = 30_000;
const connections = 10;

/** Mail through an SMTP relay (nodemailer), over a few connections that are kept. */
export class SmtpMailSender extends MailSender {
  readonly deduplicatesByMessageId = false;
  private readonly transporter: Transporter;

  constructor(
    settings: SmtpSettings,
    private readonly from: string,
    options: SmtpOptions = {},
  ) {
    super();
    this.transporter = createTransport(toTransport(settings, options));
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
      return smtpOutcome(error as SmtpFault, handOver.begun);
    }
  }

  onApplicationShutdown(): void {
    this.transporter.close();
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

function toTransport(settings: SmtpSettings, { dkim, stepWithinMs: step = stepWithinMs }: SmtpOptions) {
  return {
    host: settings.host,
    port: settings.port,
    secure: settings.secure,
    auth: settings.user ? { user: settings.user, pass: settings.password ?? '' } : undefined,
    pool: true as const,
    maxConnections: connections,
    maxMessages: 100,
    // The pool would send again, by itself, what a closing relay may have taken.
    maxRequeues: 0,
    idleTimeout: idleMs,
    dnsTimeout: step,
    connectionTimeout: step,
    greetingTimeout: step,
    socketTimeout: Math.min(silencesWithinMs, 3 * step),
    dkim: dkim && signature(dkim),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function signature({ domain, selector, privateKey }: DkimSettings) {
  return { domainName: domain, keySelector: selector, privateKey, headerFieldNames: signedHeaders };
}

/** Signing reads the message early; only its way to the relay, which begins after 354, is handing it over. */
function watchHandOver({ data: { handOver }, message }: CompiledMail): void {
  if (!handOver) return;
  const compile = message.createReadStream.bind(message);
  message.createReadStream = (options) => {
    const stream = compile(options);
    const pipe = stream.pipe.bind(stream);
    stream.pipe = (destination, piping) => {
      handOver.begun = true;
      return pipe(destination, piping);
    };
    return stream;
  };
}
