import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EventQueues } from './event-queues';
import { toEvent } from './relay';
import { EventRegistry } from './registry';

interface UnsettledRow {
  id: string;
  name: string;
  payload: unknown;
  occurred_at: Date;
  correlation_id: string;
  complete: boolean;
}

/** Events younger than this are still on their ordinary way. */
const patienceSeconds = 20;
const batchSize = 500;

/**
 * Heals from PostgreSQL what a queue lost (Redis flushed, a worker killed): every relayed event
 * without an inbox row for each of its consumers is queued again, unless it is parked.
 */
@Injectable()
export class EventSweep {
  constructor(
    private readonly dataSource: DataSource,
    private readonly registry: EventRegistry,
    private readonly queues: EventQueues,
  ) {}

  /** One pass; answers how many events were settled and how many were queued again. */
  async run(patience: number = patienceSeconds): Promise<{ settled: number; requeued: number }> {
    const rows = await this.unsettled(patience);
    const complete = rows.filter((row) => row.complete);
    const missing = rows.filter((row) => !row.complete);
    await this.settle(complete.map((row) => row.id));
    await this.queues.publish(missing.map(toEvent));
    return { settled: complete.length, requeued: missing.length };
  }

  private unsettled(patience: number): Promise<UnsettledRow[]> {
    return this.dataSource.query<UnsettledRow[]>(
      `SELECT e.id, e.name, e.payload, e.occurred_at, e.correlation_id,
              NOT EXISTS (
                SELECT 1 FROM platform.event_consumer c
                 WHERE c.event_name = e.name AND c.name = ANY($1) AND c.started_at <= e.relayed_at
                   AND NOT EXISTS (SELECT 1 FROM platform.inbox_event i
                                    WHERE i.consumer = c.name AND i.event_id = e.id)
                   AND NOT EXISTS (SELECT 1 FROM platform.event_failure f
                                    WHERE f.consumer = c.name AND f.event_id = e.id AND f.parked_at IS NOT NULL)
              ) AS complete
         FROM platform.outbox_event e
        WHERE e.settled_at IS NULL AND e.relayed_at <= clock_timestamp() - make_interval(secs => $2)
        ORDER BY e.relayed_at
        LIMIT ${batchSize}`,
      [this.registry.consumers.map((consumer) => consumer.name), patience],
    );
  }

  private async settle(ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.dataSource.query(
      `UPDATE platform.outbox_event SET settled_at = clock_timestamp() WHERE id = ANY($1::uuid[])`,
      [ids],
    );
  }
}
