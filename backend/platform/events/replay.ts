import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/events';
import { UnitOfWork } from '@calmness/platform/database';

export interface ParkedEvent {
  consumer: string;
  event_id: Uuid;
  event_name: string;
  attempts: number;
  last_error: string;
  parked_at: Date;
}

/** Gives events another chance. It only changes rows: the relay and the sweep of a worker do the rest. */
@Injectable()
export class EventReplay {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Parked events, newest first. */
  parked(limit: number, before?: Date): Promise<ParkedEvent[]> {
    return this.dataSource.query<ParkedEvent[]>(
      `SELECT consumer, event_id, event_name, attempts, last_error, parked_at
         FROM platform.event_failure
        WHERE parked_at IS NOT NULL AND parked_at < COALESCE($2::timestamptz, 'infinity')
        ORDER BY parked_at DESC LIMIT $1`,
      [limit, before ?? null],
    );
  }

  /** The handlers that gave up on an event; none once somebody sent it on. */
  async consumersParking(eventId: Uuid): Promise<Pick<ParkedEvent, 'consumer' | 'event_name'>[]> {
    return this.dataSource.query<ParkedEvent[]>(
      `SELECT consumer, event_name FROM platform.event_failure
        WHERE event_id = $1 AND parked_at IS NOT NULL ORDER BY consumer`,
      [eventId],
    );
  }

  /**
   * Unparks one event for one consumer and hands it to the relay again.
   * @throws DomainError events.parked-event-not-found
   */
  async retry(consumer: string, eventId: Uuid): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const unparked = await tx.query(
        `DELETE FROM platform.event_failure
          WHERE consumer = $1 AND event_id = $2 AND parked_at IS NOT NULL RETURNING event_id`,
        [consumer, eventId],
      );
      if (unparked.length === 0) throw new DomainError('events.parked-event-not-found', {}, 'not-found');
      await tx.query(`UPDATE platform.outbox_event SET relayed_at = NULL, settled_at = NULL WHERE id = $1`, [
        eventId,
      ]);
    });
  }

  /**
   * Back-fills one consumer: every event it listens to since `from` that it has not handled is
   * relayed again. Answers how many.
   */
  async backfill(consumer: string, from: Date): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      await tx.query(
        `UPDATE platform.event_consumer SET started_at = LEAST(started_at, $2) WHERE name = $1`,
        [consumer, from],
      );
      await tx.query(`DELETE FROM platform.event_failure WHERE consumer = $1`, [consumer]);
      const relayedAgain = await tx.query(
        `UPDATE platform.outbox_event e SET relayed_at = NULL, settled_at = NULL
           FROM platform.event_consumer c
          WHERE c.name = $1 AND e.name = c.event_name AND e.recorded_at >= $2
            AND NOT EXISTS (SELECT 1 FROM platform.inbox_event i WHERE i.consumer = $1 AND i.event_id = e.id)
          RETURNING e.id`,
        [consumer, from],
      );
      return relayedAgain.length;
    });
  }
}
