import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Locale } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import type { Transaction } from '@calmness/platform/database';
import { MentionTextEntity } from './mention-text.entity';
import { VatRateEntity } from './vat-rate.entity';

/** The dated rows of the law: rates and the words of mentions. */
@Injectable()
export class ReferenceRows {
  constructor(private readonly dataSource: DataSource) {}

  /** Basis points of a rate on a day; null when none holds. */
  async rateOn(
    code: string,
    day: IsoDate,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<number | null> {
    const row = await manager
      .createQueryBuilder(VatRateEntity, 'r')
      .where('r.code = :code AND r.validFrom <= :day AND (r.validTo IS NULL OR r.validTo > :day)', {
        code,
        day,
      })
      .orderBy('r.validFrom', 'DESC')
      .getOne();
    return row?.rateBp ?? null;
  }

  /** The words that hold on a day, the newest first for each code. */
  mentionsOn(
    day: IsoDate,
    lang: Locale,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<MentionTextEntity[]> {
    return manager
      .createQueryBuilder(MentionTextEntity, 'm')
      .where('m.lang = :lang AND m.validFrom <= :day AND (m.validTo IS NULL OR m.validTo > :day)', {
        lang,
        day,
      })
      .orderBy('m.validFrom', 'DESC')
      .getMany();
  }

  /** Rows that exist stay as they are. */
  async addMissing(tx: Transaction, rates: VatRateEntity[], mentions: MentionTextEntity[]): Promise<void> {
    await tx.manager.createQueryBuilder().insert().into(VatRateEntity).values(rates).orIgnore().execute();
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(MentionTextEntity)
      .values(mentions)
      .orIgnore()
      .execute();
  }
}
