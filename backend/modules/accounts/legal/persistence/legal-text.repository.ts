import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LegalDocumentCode, Locale } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import { LegalTextEntity } from './legal-text.entity';

export interface CurrentVersion {
  code: LegalDocumentCode;
  version: number;
  title: string;
}

export interface PublishedVersion {
  code: LegalDocumentCode;
  version: number;
  publishedAt: Date;
  titles: Record<Locale, string>;
}

@Injectable()
export class LegalTextRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest version in the language, or the one asked for. */
  find(code: LegalDocumentCode, locale: Locale, version?: number): Promise<LegalTextEntity | null> {
    return this.dataSource.manager.findOne(LegalTextEntity, {
      where: { code, locale, ...(version === undefined ? {} : { version }) },
      order: { version: 'DESC' },
    });
  }

  /** The newest version of every document, titles in the language. */
  current(locale: Locale): Promise<CurrentVersion[]> {
    return this.dataSource.query<CurrentVersion[]>(
      `SELECT DISTINCT ON (code) code, version, title
         FROM accounts.legal_text WHERE locale = $1 ORDER BY code, version DESC`,
      [locale],
    );
  }

  /** Every version of every document, newest first. */
  versions(): Promise<PublishedVersion[]> {
    return this.dataSource.query<PublishedVersion[]>(
      `SELECT code, version, min(published_at) AS "publishedAt", jsonb_object_agg(locale, title) AS titles
         FROM accounts.legal_text GROUP BY code, version ORDER BY code, version DESC`,
    );
  }

  async add(tx: Transaction, texts: LegalTextEntity[]): Promise<void> {
    await tx.manager.insert(LegalTextEntity, texts);
  }

  /** Adds first versions; a document that has one already stays as it is. */
  async addMissing(tx: Transaction, texts: readonly LegalTextEntity[]): Promise<void> {
    for (const text of texts) {
      await tx.query(
        `INSERT INTO accounts.legal_text (id, code, version, locale, title, body, published_at)
         SELECT $1, $2, $3, $4, $5, $6, $7
          WHERE NOT EXISTS (SELECT 1 FROM accounts.legal_text WHERE code = $2 AND locale = $4)
         ON CONFLICT DO NOTHING`,
        [text.id, text.code, text.version, text.locale, text.title, text.body, text.publishedAt],
      );
    }
  }
}
