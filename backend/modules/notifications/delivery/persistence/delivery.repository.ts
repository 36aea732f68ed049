import { Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import type { Verdict } from '../domain/delivery';
import { DeliveryEntity } from './delivery.entity';

/** A sender that is silent for this long is believed dead. */
const leaseSeconds = 60;

@Injectable()
export class DeliveryRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** An intent that is there already stays: a fact told twice is one mail. */
  async add(tx: Transaction, delivery: DeliveryEntity): Promise<void> {
    await tx.manager.createQueryBuilder().insert().into(DeliveryEntity).values(delivery).orIgnore().execute();
  }

  newestOf(recipientId: Uuid, limit: number): Promise<DeliveryEntity[]> {
    return this.dataSource.manager.find(DeliveryEntity, {
      where: { recipientId },
      order: { id: 'DESC' },
      take: limit,
    });
  }

  /** Takes what is due, oldest first; two workers never take the same row. */
  async claim(now: Date, limit: number): Promise<DeliveryEntity[]> {
    const [claimed] = await this.dataSource.query<[{ id: Uuid }[], number]>(
      `UPDATE notifications.delivery SET state = 'sending', attempts = attempts + 1, handed_over_at = NULL,
              claimed_until = $1::timestamptz + make_interval(secs => $3)
        WHERE id IN (SELECT id FROM notifications.delivery
                      WHERE state = 'queued' AND next_attempt_at <= $1
                      ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED)
        RETURNING id`,
      [now, limit, leaseSeconds],
    );
    if (claimed.length === 0) return [];
    const ids = claimed.map((row) => row.id);
    return this.dataSource.manager
      .createQueryBuilder(DeliveryEntity, 'delivery')
      .whereInIds(ids)
      .orderBy('delivery.id')
      .getMany();
  }

  async markHandedOver(id: Uuid, now: Date): Promise<void> {
    await this.dataSource.manager.update(DeliveryEntity, { id }, { handedOverAt: now });
  }

  /** Writes the verdict of an attempt; a delivery somebody else closed meanwhile stays closed. */
  async conclude(id: Uuid, verdict: Verdict, now: Date): Promise<void> {
    const again = verdict.state === 'queued';
    await this.dataSource.manager.update(
      DeliveryEntity,
      { id, state: 'sending' },
      {
        state: verdict.state,
        claimedUntil: null,
        nextAttemptAt: new Date(now.getTime() + (verdict.retryInSeconds ?? 0) * 1_000),
        providerId: verdict.providerId ?? null,
        lastReason: verdict.reason ?? null,
        closedAt: again ? null : now,
      },
    );
  }

  /** Deliveries whose sender died: nothing was handed over, or nobody knows. */
  async releaseAbandoned(now: Date, resendIsHarmless: boolean): Promise<void> {
    await this.dataSource.query(
      `UPDATE notifications.delivery
          SET claimed_until = NULL,
              state = CASE WHEN handed_over_at IS NULL OR $2 THEN 'queued' ELSE 'unknown' END,
              last_reason = 'the worker died while sending',
              next_attempt_at = $1,
              closed_at = CASE WHEN handed_over_at IS NULL OR $2 THEN NULL ELSE $1::timestamptz END
        WHERE state = 'sending' AND claimed_until < $1`,
      [now, resendIsHarmless],
    );
  }

  /** Newest first. */
  log(limit: number, beforeId?: Uuid): Promise<DeliveryEntity[]> {
    return this.dataSource.manager.find(DeliveryEntity, {
      where: beforeId ? { id: LessThan(beforeId) } : {},
      order: { id: 'DESC' },
      take: limit,
    });
  }
}
