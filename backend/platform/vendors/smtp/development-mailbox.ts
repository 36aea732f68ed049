import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@calmness/platform/clock';
import { newId, type Uuid } from '@calmness/platform/ids';
import type { SendOutcome } from '../outcome';
import { MailSender, type Mail } from './mail-sender';

interface StoredAttachment {
  name: string;
  media_type: string;
  base64: string;
}
export interface MailboxRow {
  id: Uuid;
  recipient: string;
  subject: string;
  text_body: string;
  html_body: string;
  attachments: StoredAttachment[];
  sent_at: Date;
}

/** Without SMTP, mails land here and are read at `/dev/mailbox`. Never wired in production. */
@Injectable()
export class DevelopmentMailbox extends MailSender {
  readonly deduplicatesByMessageId = true;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  async send(mail: Mail): Promise<SendOutcome> {
    const attachments = mail.attachments.map((attachment) => ({
      name: attachment.fileName,
      media_type: attachment.mediaType,
      base64: Buffer.from(attachment.bytes).toString('base64'),
    }));
    await this.dataSource.query(
      `INSERT INTO platform.development_mail
         (id, message_id, recipient, subject, text_body, html_body, attachments, sent_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (message_id) DO NOTHING`,
      [
        newId(),
        mail.messageId,
        mail.to,
        mail.subject,
        mail.text,
        mail.html,
        JSON.stringify(attachments),
        this.clock.now(),
      ],
    );
    return { kind: 'accepted', providerId: mail.messageId };
  }

  /** Newest first. */
  list(limit: number): Promise<MailboxRow[]> {
    return this.dataSource.query<MailboxRow[]>(
      `SELECT id, recipient, subject, text_body, html_body, attachments, sent_at
         FROM platform.development_mail ORDER BY id DESC LIMIT $1`,
      [limit],
    );
  }

  async find(id: Uuid): Promise<MailboxRow | undefined> {
    const [row] = await this.dataSource.query<MailboxRow[]>(
      `SELECT id, recipient, subject, text_body, html_body, attachments, sent_at
         FROM platform.development_mail WHERE id = $1`,
      [id],
    );
    return row;
  }
}
