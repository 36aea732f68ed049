import { Injectable } from '@nestjs/common';
import { DataSource, In, LessThan } from 'typeorm';
import type { OutgoingChannel } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import type { Verdict } from '../domain/delivery';
import { DeliveryEntity } from './delivery.entity';

/** A sender that is silent for this long is believed dead. */
const leaseSeconds = 120;

/** The head of a queue, in which one delivery a person is looked for. */
const windowRows = 200;

/** Deliveries of one channel that may leave, and how urgent they are. */
export interface Queue {
  channel: OutgoingChannel;
  /** Position in `lanes`. */
  lane: number;
  /** People, up to the limit asked for. */
  waiting: number;
}

/** A message that waits for an hour of its own, and what for. */
export interface Waiting {
  at: Date;
  recipientId: Uuid;
  channel: OutgoingChannel;
  wait: 'summary' | 'quiet-hours' | 'unread' | 'later';
}

@Injectable()
export class DeliveryRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One that is there already stays: a fact told twice is one message. */
  async add(tx: Transaction, delivery: DeliveryEntity): Promise<void> {
    await tx.manager.createQueryBuilder().insert().into(DeliveryEntity).values(delivery).orIgnore().execute();
  }

  find(id: Uuid): Promise<DeliveryEntity | null> {
    return this.dataSource.manager.findOneBy(DeliveryEntity, { id });
  }

  ofIntents(intentIds: readonly Uuid[]): Promise<DeliveryEntity[]> {
    return this.dataSource.manager.find(DeliveryEntity, {
      where: { intentId: In([...intentIds]) },
      order: { id: 'ASC' },
    });
  }

  /** What is due by channel and lane, the urgent first. */
  queues(now: Date, limit: number): Promise<Queue[]> {
    return this.dataSource.query<Queue[]>(
      `SELECT channel, lane, waiting FROM
              unnest(ARRAY['email', 'whatsapp', 'telegram', 'discord', 'push']) AS channel
         CROSS JOIN generate_series(0, 3) AS lane
         CROSS JOIN LATERAL (
           SELECT least(count(DISTINCT recipient_id), $2)::integer AS waiting FROM (
             SELECT recipient_id FROM notifications.delivery AS d
              WHERE d.channel = channel.channel AND d.lane = lane.lane AND d.state IN ('queued', 'deferred')
                AND d.next_attempt_at <= $1 ORDER BY next_attempt_at LIMIT ${windowRows}) AS due) AS counted
        WHERE waiting > 0 ORDER BY lane, channel`,
      [now, limit],
    );
  }

  /** What leaves by itself before `until`, the earliest first; a summary once a person. */
  waitingBefore(now: Date, until: Date, limit: number): Promise<Waiting[]> {
    return this.dataSource.query<Waiting[]>(
      `SELECT next_attempt_at AS "at", recipient_id AS "recipientId", channel, wait FROM (
         SELECT DISTINCT ON (next_attempt_at, recipient_id, channel, wait) next_attempt_at, recipient_id, channel, wait
           FROM notifications.delivery, LATERAL (SELECT CASE
                  WHEN state = 'digested' THEN 'summary' WHEN state = 'deferred' THEN 'quiet-hours'
                  WHEN attempts = 0 THEN 'unread' ELSE 'later' END AS wait) AS named
          WHERE (state IN ('queued', 'deferred') OR (state = 'digested' AND digest_id IS NULL))
            AND next_attempt_at > $1 AND next_attempt_at < $2) AS planned
        ORDER BY next_attempt_at LIMIT $3`,
      [now, until, limit],
    );
  }

  /**
   * Takes what is due, the longest waiting first, one a person: a chat takes one message a second, so the second one
   * would only be put back. Two workers never take the same row.
   */
  async claim({ channel, lane }: Queue, now: Date, limit: number): Promise<DeliveryEntity[]> {
    const [claimed] = await this.dataSource.query<[{ id: Uuid }[], number]>(
      `WITH due AS (SELECT id, recipient_id, next_attempt_at FROM notifications.delivery
                     WHERE channel = $2 AND lane = $3 AND state IN ('queued', 'deferred')
                       AND next_attempt_at <= $1
                     ORDER BY next_attempt_at, id LIMIT ${windowRows} FOR UPDATE SKIP LOCKED),
            turn AS (SELECT DISTINCT ON (recipient_id) id, next_attempt_at FROM due
                      ORDER BY recipient_id, next_attempt_at, id)
       UPDATE notifications.delivery SET state = 'sending', attempts = attempts + 1, handed_over_at = NULL,
              changed_at = $1, claimed_until = $1::timestamptz + make_interval(secs => $5)
        WHERE id IN (SELECT id FROM turn ORDER BY next_attempt_at, id LIMIT $4)
        RETURNING id`,
      [now, channel, lane, limit, leaseSeconds],
    );
    if (claimed.length === 0) return [];
    return this.dataSource.manager.find(DeliveryEntity, {
      where: { id: In(claimed.map(({ id }) => id)) },
      order: { id: 'ASC' },
    });
  }

  /** From here on a death leaves us not knowing. False when the claim was lost meanwhile: nothing may be sent then. */
  async markHandedOver(
    { id, attempts }: DeliveryEntity,
    now: Date,
    known: { addressHash: string; templateVersion: string | null },
  ): Promise<boolean> {
    const done = await this.dataSource.manager.update(
      DeliveryEntity,
      { id, attempts, state: 'sending' },
      { handedOverAt: now, ...known },
    );
    return done.affected === 1;
  }

  /**
   * Writes the verdict of an attempt. One whose claim was lost, or that a callback overtook, changes nothing:
   * `attempts` tells the attempts apart.
   */
  async conclude({ id, attempts }: DeliveryEntity, verdict: Verdict, now: Date): Promise<void> {
    const waits = ['queued', 'deferred'].includes(verdict.state);
    const accepted = verdict.state === 'sent' || verdict.state === 'accepted';
    await this.dataSource.manager.update(
      DeliveryEntity,
      { id, attempts, state: 'sending' },
      {
        state: verdict.state,
        claimedUntil: null,
        changedAt: now,
        ...(verdict.nextAttemptAt ? { nextAttemptAt: verdict.nextAttemptAt } : {}),
        ...(accepted ? { acceptedAt: now, providerId: verdict.providerId } : {}),
        // A copy the provider took is as old as the hand-over, not as the moment its answer was given up.
        ...(verdict.doubt ? { doubtSince: () => 'coalesce(doubt_since, handed_over_at, changed_at)' } : {}),
        lastReason: verdict.reason ?? null,
        closedAt: waits ? null : now,
      },
    );
  }

  /**
   * It was not its turn: back in the queue as if nobody had looked. What else waits for the same person there waits as
   * well: asking for each of them would use up the pace of everybody.
   */
  async putBack(
    { id, attempts, channel, recipientId }: DeliveryEntity,
    until: Date,
    now: Date,
  ): Promise<void> {
    await this.dataSource.query(
      `UPDATE notifications.delivery SET next_attempt_at = $3
        WHERE recipient_id = $1 AND channel = $2 AND state = 'queued' AND next_attempt_at < $3`,
      [recipientId, channel, until],
    );
    await this.dataSource.manager.update(
      DeliveryEntity,
      { id, attempts, state: 'sending' },
      { state: 'queued', attempts: attempts - 1, claimedUntil: null, nextAttemptAt: until, changedAt: now },
    );
  }

  /** Claimed by a sender that is believed dead. */
  abandoned(now: Date, limit: number): Promise<DeliveryEntity[]> {
    return this.dataSource.manager.find(DeliveryEntity, {
      where: { state: 'sending', claimedUntil: LessThan(now) },
      order: { id: 'ASC' },
      take: limit,
    });
  }
}
