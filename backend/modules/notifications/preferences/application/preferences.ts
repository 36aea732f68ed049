import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  reminderSwitches,
  type DigestChoice,
  type DigestRhythm,
  type NotificationCategory,
  type ReminderChoice,
  type ReminderSwitch,
} from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import {
  exists,
  isMandatory,
  isWanted,
  withChoice,
  withReminder,
  type Cell,
  type Choices,
  type ReminderChoices,
} from '../domain/preferences';
import { digestOf, withDigest, type Digests } from '../domain/digest';
import { PreferenceEntity } from '../persistence/preference.entity';

export interface Choice extends Cell {
  enabled: boolean;
}
interface Saved {
  choices: Choices;
  reminders: ReminderChoices;
  digests: Digests;
  /** Zero while nothing was chosen. */
  version: number;
}
/** What one save changes; what is left out stays. */
interface Change {
  cells?: readonly Choice[];
  reminders?: readonly ReminderChoice[];
  digests?: readonly DigestChoice[];
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

  async read(memberId: Uuid): Promise<Saved> {
    return savedIn(await this.dataSource.manager.findOneBy(PreferenceEntity, { memberId }));
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

  /** Which single reminders a member does without. */
  async refusedReminders(memberId: Uuid): Promise<ReadonlySet<ReminderSwitch>> {
    const { reminders } = await this.read(memberId);
    return new Set(reminderSwitches.filter((key) => reminders[key] === false));
  }

  /**
   * @throws DomainError notifications.cell-mandatory for a compulsory cell switched off, request.conflict when
   * another device saved in between
   */
  async save(
    memberId: Uuid,
    chosen: readonly Choice[],
    version: number,
    others: Omit<Change, 'cells'> = {},
  ): Promise<void> {
    const refused = chosen.find((choice) => !exists(choice) || (isMandatory(choice) && !choice.enabled));
    if (refused) {
      const { category, channel } = refused;
      throw new DomainError('notifications.cell-mandatory', { category, channel }, 'invalid');
    }
    await this.unitOfWork.run(async (tx) => {
      const before = await this.lock(tx, memberId);
      if (before.version !== version) throw new DomainError('request.conflict', {}, 'conflict');
      await this.write(tx, memberId, { ...others, cells: chosen }, before);
    });
  }

  /** The link of a mail was followed: one cell less, whatever version anybody saw. */
  async optOut(memberId: Uuid, cell: Cell): Promise<void> {
    if (isMandatory(cell)) return;
    await this.unitOfWork.run(async (tx) => {
      const change = { cells: [{ ...cell, enabled: false }] };
      await this.write(tx, memberId, change, await this.lock(tx, memberId));
    });
  }

  /** Writers take turns, the first ones as well. */
  private async lock(tx: Transaction, memberId: Uuid): Promise<Saved> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`preference|${memberId}`]);
    return savedIn(await tx.manager.findOneBy(PreferenceEntity, { memberId }));
  }

  private async write(tx: Transaction, memberId: Uuid, change: Change, before: Saved): Promise<void> {
    const cells = (change.cells ?? []).reduce(
      (sum, choice) => withChoice(sum, choice, choice.enabled),
      before.choices,
    );
    const reminders = (change.reminders ?? []).reduce(withReminder, before.reminders);
    const digests = (change.digests ?? []).reduce(withDigest, before.digests);
    const kept = { memberId, cells, reminders, digests };
    const row = { ...kept, version: before.version + 1, updatedAt: this.clock.now() };
    await tx.manager.upsert(PreferenceEntity, row, ['memberId']);
  }
}

function savedIn(row: PreferenceEntity | null): Saved {
  if (!row) return { choices: {}, reminders: {}, digests: {}, version: 0 };
  const { cells, reminders, digests, version } = row;
  return { choices: cells, reminders, digests, version };
}
