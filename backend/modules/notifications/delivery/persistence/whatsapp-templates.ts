import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Locale, WhatsAppApproval } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';

export interface WhatsAppTemplate {
  announcement: string;
  locale: Locale;
  /** `HX…`, given by Twilio. */
  contentSid: string;
  approval: WhatsAppApproval;
  /** Names of the values, in the order of the placeholders. */
  variables: string[];
  version: number;
}
type Key = Pick<WhatsAppTemplate, 'announcement' | 'locale'>;

const columns = `announcement, locale, content_sid AS "contentSid", approval, variables, version`;

/** Which template carries which announcement, and whether WhatsApp approved it. */
@Injectable()
export class WhatsAppTemplates {
  constructor(private readonly dataSource: DataSource) {}

  async approved(announcement: string, locale: Locale): Promise<WhatsAppTemplate | null> {
    const [row] = await this.dataSource.query<WhatsAppTemplate[]>(
      `SELECT ${columns} FROM notifications.whatsapp_template
        WHERE announcement = $1 AND locale = $2 AND approval = 'approved'`,
      [announcement, locale],
    );
    return row ?? null;
  }

  all(): Promise<WhatsAppTemplate[]> {
    return this.dataSource.query<WhatsAppTemplate[]>(
      `SELECT ${columns} FROM notifications.whatsapp_template ORDER BY announcement, locale`,
    );
  }

  /** Writers of one template take turns until this transaction ends; null while there is none. */
  async lock(tx: Transaction, { announcement, locale }: Key): Promise<WhatsAppTemplate | null> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `notifications.whatsapp_template|${announcement}|${locale}`,
    ]);
    const [row] = await tx.query<WhatsAppTemplate>(
      `SELECT ${columns} FROM notifications.whatsapp_template WHERE announcement = $1 AND locale = $2`,
      [announcement, locale],
    );
    return row ?? null;
  }

  async save(tx: Transaction, template: WhatsAppTemplate, by: { id: Uuid; at: Date }): Promise<void> {
    const { announcement, locale, contentSid, approval, variables, version } = template;
    await tx.query(
      `INSERT INTO notifications.whatsapp_template
              (announcement, locale, content_sid, approval, variables, version, updated_at, updated_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (announcement, locale) DO UPDATE SET content_sid = $3, approval = $4, variables = $5,
         version = $6, updated_at = $7, updated_by = $8`,
      [announcement, locale, contentSid, approval, JSON.stringify(variables), version, by.at, by.id],
    );
  }

  async remove(tx: Transaction, { announcement, locale }: Key): Promise<void> {
    await tx.query(`DELETE FROM notifications.whatsapp_template WHERE announcement = $1 AND locale = $2`, [
      announcement,
      locale,
    ]);
  }
}
