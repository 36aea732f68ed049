import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Anchor } from '@calmness/events';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { ReminderAnchorEntity } from './reminder-anchor.entity';
import { ReminderEntity, type ReminderState } from './reminder.entity';

export interface SubjectKey {
  kind: string;
  subjectId: Uuid;
}

/** Where a page ended; the instant as PostgreSQL writes it, to the microsecond. */
export interface DueRow extends SubjectKey {
  dueAt: string;
}
interface DuePage {
  /** Only this kind of subject. */
  kind?: string;
  after?: DueRow;
  limit: number;
}

/** Why a reminder fell silent for as long as its subject is elsewhere. */
const passingReasons = ['moved', 'ended'] as const;

/** Before every id there is. */
const nobody = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class ReminderRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Writes what was announced down; false when a newer announcement is known. */
  async takeAnchor(tx: Transaction, anchor: Anchor): Promise<boolean> {
    const set = 'ended' in anchor ? undefined : anchor;
    const rows = await tx.query(
      `INSERT INTO notifications.reminder_anchor AS known
              (kind, subject_id, version, occurrence, at, zone, recipient_ids)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (kind, subject_id) DO UPDATE
          SET version = EXCLUDED.version, occurrence = EXCLUDED.occurrence, at = EXCLUDED.at,
              zone = EXCLUDED.zone, recipient_ids = EXCLUDED.recipient_ids
        WHERE known.version < EXCLUDED.version
       RETURNING 1`,
      [
        ...[anchor.kind, anchor.subjectId, anchor.version, set?.occurrence ?? null, set?.at ?? null],
        ...[set?.zone ?? null, set?.recipientIds ?? []],
      ],
    );
    return rows.length === 1;
  }

  /** Silences what is planned for another occurrence, or for somebody who is not concerned any more. */
  async silenceOthers(tx: Transaction, anchor: Anchor, now: Date): Promise<void> {
    const set = 'ended' in anchor ? undefined : anchor;
    await tx.query(
      `UPDATE notifications.reminder SET state = 'silenced', reason = $5, decided_at = $6
        WHERE kind = $1 AND subject_id = $2 AND state = 'planned'
          AND (occurrence IS DISTINCT FROM $3 OR NOT recipient_id = ANY ($4))`,
      [
        ...[anchor.kind, anchor.subjectId, set?.occurrence ?? null, set?.recipientIds ?? []],
        ...[set ? 'moved' : 'ended', now],
      ],
    );
  }

  /**
   * A reminder that is there already stays, whatever became of it: told once is told for ever. Unless it fell silent
   * because its subject moved or ended, and the subject is back.
   */
  async plan(tx: Transaction, reminders: readonly ReminderEntity[]): Promise<void> {
    if (reminders.length === 0) return;
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(ReminderEntity)
      .values([...reminders])
      .orUpdate(['due_at', 'expires_at', 'state', 'reason', 'decided_at'], 'reminder_pkey', {
        overwriteCondition: {
          where: `reminder.state = 'silenced' AND reminder.reason IN (:...passing)`,
          parameters: { passing: [...passingReasons] },
        },
      })
      .execute();
  }

  /**
   * Reminders that are due, the longest waiting first, a page at a time: what could not be decided, e.g. because its
   * domain is ill, is passed by and keeps nobody waiting.
   */
  due(now: Date, { kind, after, limit }: DuePage): Promise<DueRow[]> {
    return this.dataSource.query<DueRow[]>(
      `SELECT kind, subject_id AS "subjectId", due_at::text AS "dueAt" FROM notifications.reminder
        WHERE state = 'planned' AND due_at <= $1 AND (due_at, subject_id) > ($2::timestamptz, $3::uuid)
          AND ($4::text IS NULL OR kind = $4)
        ORDER BY due_at, subject_id LIMIT $5`,
      [now, after?.dueAt ?? '-infinity', after?.subjectId ?? nobody, kind ?? null, limit],
    );
  }

  /** The subject's anchor, kept for this transaction; null when another worker has it, or it is gone. */
  async hold(tx: Transaction, { kind, subjectId }: SubjectKey): Promise<ReminderAnchorEntity | null> {
    return tx.manager
      .createQueryBuilder(ReminderAnchorEntity, 'anchor')
      .where('anchor.kind = :kind AND anchor.subjectId = :subjectId', { kind, subjectId })
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getOne();
  }

  dueOf(tx: Transaction, { kind, subjectId }: SubjectKey, now: Date): Promise<ReminderEntity[]> {
    return planned(tx.manager)
      .andWhere('r.kind = :kind AND r.subjectId = :subjectId AND r.dueAt <= :now', { kind, subjectId, now })
      .orderBy('r.dueAt')
      .getMany();
  }

  /** The earliest first. */
  plannedBefore(until: Date, limit: number): Promise<ReminderEntity[]> {
    return planned(this.dataSource.manager)
      .andWhere('r.dueAt < :until', { until })
      .orderBy('r.dueAt')
      .limit(limit)
      .getMany();
  }

  /** Everything planned for one reader: his hours follow his zone. */
  plannedFor(tx: Transaction, recipientId: Uuid): Promise<ReminderEntity[]> {
    return planned(tx.manager).andWhere('r.recipientId = :recipientId', { recipientId }).getMany();
  }

  anchorOf(tx: Transaction, { kind, subjectId }: SubjectKey): Promise<ReminderAnchorEntity | null> {
    return tx.manager.findOneBy(ReminderAnchorEntity, { kind, subjectId });
  }

  async reschedule(tx: Transaction, reminder: ReminderEntity, dueAt: Date, expiresAt: Date): Promise<void> {
    await tx.manager.update(ReminderEntity, keyOf(reminder), { dueAt, expiresAt });
  }

  async decide(
    tx: Transaction,
    reminder: ReminderEntity,
    state: Exclude<ReminderState, 'planned'>,
    reason: string | null,
    now: Date,
  ): Promise<void> {
    await tx.manager.update(ReminderEntity, keyOf(reminder), { state, reason, decidedAt: now });
  }
}

function planned(manager: EntityManager) {
  return manager.createQueryBuilder(ReminderEntity, 'r').where(`r.state = 'planned'`);
}

function keyOf({ kind, subjectId, occurrence, recipientId, offsetKey }: ReminderEntity) {
  return { kind, subjectId, occurrence, recipientId, offsetKey };
}
