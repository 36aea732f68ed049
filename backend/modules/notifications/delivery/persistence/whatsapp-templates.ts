import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Locale } from '@calmness/contracts';

export const templateApprovals = ['draft', 'pending', 'approved', 'rejected'] as const;
export type TemplateApproval = (typeof templateApprovals)[number];

export interface WhatsAppTemplate {
  announcement: string;
  locale: Locale;
  /** `HX…`, given by Twilio. */
  contentSid: string;
  approval: TemplateApproval;
  /** Names of the values, in the order of the placeholders. */
  variables: string[];
}

const columns = `announcement, locale, content_sid AS "contentSid", approval, variables`;

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
}
