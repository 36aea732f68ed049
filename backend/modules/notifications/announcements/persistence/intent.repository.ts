import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { IntentEntity } from './intent.entity';

@Injectable()
export class IntentRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** False when this was decided before: a fact told twice is one piece of news. */
  async add(tx: Transaction, intent: IntentEntity): Promise<boolean> {
    const added = await tx.query<{ id: Uuid }[]>(
      `INSERT INTO notifications.intent (id, announcement, category, recipient_id, subject_id, occurrence,
                                         dedupe_key, decisions, expires_at, test, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       ON CONFLICT ON CONSTRAINT intent_once DO NOTHING RETURNING id`,
      [
        ...[intent.id, intent.announcement, intent.category, intent.recipientId, intent.subjectId],
        ...[intent.occurrence, intent.dedupeKey, JSON.stringify(intent.decisions), intent.expiresAt],
        ...[intent.test, intent.createdAt],
      ],
    );
    return added.length > 0;
  }

  /** When this person tried something out since then, the first first; his next test waits for this one. */
  async testsSince(tx: Transaction, recipientId: Uuid, since: Date): Promise<Date[]> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`test-send|${recipientId}`]);
    const rows = await tx.query<{ at: Date }>(
      `SELECT created_at AS at FROM notifications.intent
        WHERE recipient_id = $1 AND test AND created_at > $2 ORDER BY created_at`,
      [recipientId, since],
    );
    return rows.map(({ at }) => at);
  }

  find(id: Uuid): Promise<IntentEntity | null> {
    return this.dataSource.manager.findOneBy(IntentEntity, { id });
  }

  /** Newest first. */
  newestOf(recipientId: Uuid, limit: number): Promise<IntentEntity[]> {
    return this.dataSource.manager.find(IntentEntity, {
      where: { recipientId },
      order: { id: 'DESC' },
      take: limit,
    });
  }

  /** The decision behind a message of the list; null for another member's. */
  ofKey(recipientId: Uuid, dedupeKey: string): Promise<IntentEntity | null> {
    return this.dataSource.manager.findOneBy(IntentEntity, { recipientId, dedupeKey });
  }
}
