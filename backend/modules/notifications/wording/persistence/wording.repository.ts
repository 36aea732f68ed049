import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { Locale, WordingKind } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import { WordingEntity } from './wording.entity';

/** Which words, in which language. */
export interface WordingKey {
  kind: WordingKind;
  name: string;
  locale: Locale;
}

@Injectable()
export class WordingRepository {
  constructor(private readonly dataSource: DataSource) {}

  published({ kind, name, locale }: WordingKey): Promise<WordingEntity | null> {
    return this.dataSource.manager.findOneBy(WordingEntity, { kind, name, locale, state: 'published' });
  }

  /** The draft, else what is published. */
  async newest({ kind, name, locale }: WordingKey): Promise<WordingEntity | null> {
    const [row] = await this.dataSource.manager.find(WordingEntity, {
      where: { kind, name, locale, state: In(['draft', 'published']) },
      order: { version: 'DESC' },
      take: 1,
    });
    return row ?? null;
  }

  /** Every draft and every published version there is. */
  living(): Promise<WordingEntity[]> {
    return this.dataSource.manager.findBy(WordingEntity, { state: In(['draft', 'published']) });
  }

  /** Newest first. */
  history(
    { kind, name, locale }: WordingKey,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<WordingEntity[]> {
    return manager.find(WordingEntity, { where: { kind, name, locale }, order: { version: 'DESC' } });
  }

  /** Writers of the same words take turns until this transaction ends. */
  async lock(tx: Transaction, { kind, name, locale }: WordingKey): Promise<WordingEntity[]> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `notifications.wording|${kind}|${name}|${locale}`,
    ]);
    return this.history({ kind, name, locale }, tx.manager);
  }

  async save(tx: Transaction, row: WordingEntity): Promise<void> {
    await tx.manager.upsert(WordingEntity, row, ['id']);
  }
}
