import { Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import type { BroadcastForecast, BroadcastProgress } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { BroadcastEntity } from './broadcast.entity';

type ByChannel = BroadcastProgress['by_channel'][number];

@Injectable()
export class BroadcastRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(id: Uuid): Promise<BroadcastEntity | null> {
    return this.dataSource.manager.findOneBy(BroadcastEntity, { id });
  }

  /** Newest first. */
  list(limit: number, beforeId?: Uuid): Promise<BroadcastEntity[]> {
    return this.dataSource.manager.find(BroadcastEntity, {
      where: beforeId ? { id: LessThan(beforeId) } : {},
      order: { id: 'DESC' },
      take: limit,
    });
  }

  lock(tx: Transaction, id: Uuid): Promise<BroadcastEntity | null> {
    return tx.manager.findOne(BroadcastEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The one that waits longest, unless another worker has it in hand. */
  lockSending(tx: Transaction): Promise<BroadcastEntity | null> {
    return tx.manager
      .createQueryBuilder(BroadcastEntity, 'b')
      .where(`b.state = 'sending'`)
      .orderBy('b.confirmedAt', 'ASC')
      .limit(1)
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getOne();
  }

  async save(tx: Transaction, row: BroadcastEntity): Promise<void> {
    await tx.manager.upsert(BroadcastEntity, row, ['id']);
  }

  async remove(tx: Transaction, id: Uuid): Promise<void> {
    await tx.manager.delete(BroadcastEntity, { id });
  }

  /** Of a draft nobody changed meanwhile. */
  async noteForecast({ id, version }: BroadcastEntity, forecast: BroadcastForecast): Promise<void> {
    await this.dataSource.manager.update(BroadcastEntity, { id, version, state: 'draft' }, { forecast });
  }

  async addRecipients(tx: Transaction, id: Uuid, memberIds: readonly Uuid[]): Promise<void> {
    await tx.query(
      `INSERT INTO notifications.broadcast_recipient (broadcast_id, member_id)
       SELECT $1, member_id FROM unnest($2::uuid[]) AS member_id`,
      [id, memberIds],
    );
  }

  async waiting(tx: Transaction, id: Uuid, limit: number): Promise<Uuid[]> {
    const rows = await tx.query<{ memberId: Uuid }>(
      `SELECT member_id AS "memberId" FROM notifications.broadcast_recipient
        WHERE broadcast_id = $1 AND told_at IS NULL ORDER BY member_id LIMIT $2`,
      [id, limit],
    );
    return rows.map(({ memberId }) => memberId);
  }

  /** Their turn came: by which channels is what the intents say, written in this very transaction. */
  async noteTold(
    tx: Transaction,
    { id, announcement }: { id: Uuid; announcement: string },
    memberIds: readonly Uuid[],
    now: Date,
  ): Promise<void> {
    await tx.query(
      `UPDATE notifications.broadcast_recipient AS r SET told_at = $4, channels = coalesce((
         SELECT array_agg(key ORDER BY key) FROM notifications.intent AS i, jsonb_each_text(i.decisions)
          WHERE i.dedupe_key = concat_ws('|', $2::text, $1::text, '', r.member_id::text)
            AND value IN ('told', 'queued', 'digested')), '{}')
        WHERE r.broadcast_id = $1 AND r.member_id = ANY ($3)`,
      [id, announcement, memberIds, now],
    );
  }

  /** Nothing of it leaves any more, but what a provider is being handed at this moment. */
  async cancelQueued(tx: Transaction, id: Uuid, now: Date): Promise<number> {
    const rows = await tx.query(
      `UPDATE notifications.delivery
          SET state = 'cancelled', last_reason = 'broadcast-stopped', changed_at = $2, closed_at = $2
        WHERE subject_kind = 'notifications.broadcast' AND subject_id = $1
          AND (state IN ('queued', 'deferred') OR (state = 'digested' AND digest_id IS NULL))
        RETURNING id`,
      [id, now],
    );
    return rows.length;
  }

  /**
   * What the log still holds, and how what it has forgotten ended: a purge moves a delivery into its intent in one
   * statement, and this reads one snapshot. Of several devices of one person, the forgotten count as one.
   */
  async progress(
    { id, channels }: Pick<BroadcastEntity, 'id' | 'channels'>,
    announcement: string,
  ): Promise<BroadcastProgress> {
    const [sum] = await this.dataSource.query<{ told: number; reached: number; inApp: number }[]>(
      `SELECT count(told_at)::integer AS told,
              count(*) FILTER (WHERE cardinality(channels) > 0)::integer AS reached,
              count(*) FILTER (WHERE 'in_app' = ANY (channels))::integer AS "inApp"
         FROM notifications.broadcast_recipient WHERE broadcast_id = $1`,
      [id],
    );
    const left = await this.dataSource.query<ByChannel[]>(
      `SELECT channel,
              count(*) FILTER (WHERE NOT closed)::integer AS waiting,
              count(*) FILTER (WHERE state IN ('accepted', 'sent', 'delivered', 'read')
                                  OR (state = 'digested' AND closed))::integer AS arrived,
              count(*) FILTER (WHERE state IN ('failed', 'unknown'))::integer AS failed,
              count(*) FILTER (WHERE state IN ('cancelled', 'suppressed', 'expired'))::integer AS cancelled
         FROM (SELECT channel, state, closed_at IS NOT NULL AS closed FROM notifications.delivery
                WHERE subject_kind = 'notifications.broadcast' AND subject_id = $1
               UNION ALL
               SELECT ended.channel, ended.state, true
                 FROM notifications.broadcast_recipient AS r
                 JOIN notifications.intent AS i
                   ON i.dedupe_key = concat_ws('|', $2::text, $1::text, '', r.member_id::text),
                      jsonb_each_text(i.final_states) AS ended (channel, state)
                WHERE r.broadcast_id = $1) AS known
        GROUP BY channel`,
      [id, announcement],
    );
    const none = { waiting: 0, arrived: 0, failed: 0, cancelled: 0 };
    const inList: ByChannel = { ...none, channel: 'in_app', arrived: sum?.inApp ?? 0 };
    return {
      ...{ told: sum?.told ?? 0, reached: sum?.reached ?? 0 },
      by_channel: channels.map(
        (channel) => [inList, ...left].find((one) => one.channel === channel) ?? { ...none, channel },
      ),
    };
  }
}
