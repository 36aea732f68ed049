import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { NotificationCategory } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { exists, isMandatory, isWanted, withChoice, type Cell, type Choices } from '../domain/preferences';
import { digestOf, type DigestRhythm } from '../domain/digest';
import { PreferenceEntity } from '../persistence/preference.entity';

export interface Choice extends Cell {
  enabled: boolean;
}

export interface Chosen {
  wants(cell: Cell): boolean;
  digestOf(category: NotificationCategory): DigestRhythm;
}

/** What members chose to hear, asked at the moment a message leaves. */
@Injectable()
export class Preferences {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Version zero while nothing was chosen. */
  async read(memberId: Uuid): Promise<{ choices: Choices; version: number }> {
    const row = await this.dataSource.manager.findOneBy(PreferenceEntity, { memberId });
    return { choices: row?.cells ?? {}, version: row?.version ?? 0 };
  }

  /** Everything one person chose, for who is about to write to him. */
  async of(memberId: Uuid): Promise<Chosen> {
    const row = await this.dataSource.manager.findOneBy(PreferenceEntity, { memberId });
    return {
      wants: (cell) => isWanted(cell, row?.cells ?? {}),
      digestOf: (category) => digestOf(category, row?.digests ?? {}),
    };
  }

  async wants(memberId: Uuid, cell: Cell): Promise<boolean> {
    return (await this.of(memberId)).wants(cell);
  }

  /**
   * @throws DomainError notifications.cell-mandatory for a compulsory cell switched off, request.conflict when
   * another device saved in between
   */
  async save(memberId: Uuid, chosen: readonly Choice[], version: number): Promise<void> {
    const refused = chosen.find((choice) => !exists(choice) || (isMandatory(choice) && !choice.enabled));
    if (refused) {
      const { category, channel } = refused;
      throw new DomainError('notifications.cell-mandatory', { category, channel }, 'invalid');
    }
    await this.unitOfWork.run(async (tx) => {
      const before = await this.lock(tx, memberId);
      if (before.version !== version) throw new DomainError('request.conflict', {}, 'conflict');
      await this.write(tx, memberId, chosen, before);
    });
  }

  /** The link of a mail was followed: one cell less, whatever version anybody saw. */
  async optOut(memberId: Uuid, cell: Cell): Promise<void> {
    if (isMandatory(cell)) return;
    await this.unitOfWork.run(async (tx) => {
      await this.write(tx, memberId, [{ ...cell, enabled: false }], await this.lock(tx, memberId));
    });
  }

  /** Writers take turns, the first ones as well. */
  private async lock(tx: Transaction, memberId: Uuid): Promise<{ cells: Choices; version: number }> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`preference|${memberId}`]);
    const row = await tx.manager.findOneBy(PreferenceEntity, { memberId });
    return { cells: row?.cells ?? {}, version: row?.version ?? 0 };
  }

  private async write(
    tx: Transaction,
    memberId: Uuid,
    chosen: readonly Choice[],
    before: { cells: Choices; version: number },
  ): Promise<void> {
    const cells = chosen.reduce((sum, choice) => withChoice(sum, choice, choice.enabled), before.cells);
    const row = { memberId, cells, version: before.version + 1, updatedAt: this.clock.now() };
    await tx.manager.upsert(PreferenceEntity, row, ['memberId']);
  }
}
