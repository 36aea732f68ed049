import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { DomainEvent } from '@calmness/events';
import { Config } from '@calmness/platform/config';
import { DatabaseListener, outboxChannel } from '@calmness/platform/database';
import { errorFields, Log } from '@calmness/platform/observability';
import { EventQueues } from './event-queues';

interface OutboxRow {
  id: string;
  name: string;
  payload: unknown;
  occurred_at: Date;
  correlation_id: string;
}

const batchSize = 500;
const pollEveryMs = 2_000;

/**
 * Moves committed events from the outbox to the queues: woken by NOTIFY, every two seconds all the
 * same. Any number of relays may run; each takes its own rows (`SKIP LOCKED`).
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly listener: DatabaseListener;
  private poll?: NodeJS.Timeout;
  private running?: Promise<void>;
  private again = false;
  private stopped = false;

  constructor(
    config: Config,
    private readonly dataSource: DataSource,
    private readonly queues: EventQueues,
    private readonly log: Log,
  ) {
    // When the connection breaks the poll carries on until it is back.
    const wake = () => this.wake();
    this.listener = new DatabaseListener(config.databaseUrl, outboxChannel, { hear: wake, missed: wake });
  }

  async onApplicationBootstrap(): Promise<void> {
    this.poll = setInterval(() => this.wake(), pollEveryMs);
    await this.listener.start();
    this.wake();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.poll);
    await this.listener.stop();
    await this.running;
  }

  /** Starts a pass, or asks the running one for another. */
  wake(): void {
    if (this.stopped) return;
    this.again = true;
    this.running ??= this.drain().finally(() => {
      this.running = undefined;
    });
  }

  private async drain(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        while ((await this.relayBatch()) === batchSize);
      } catch (error) {
        this.log.warn('outbox relay: will try again', errorFields(error));
      }
    }
  }

  /** Relays one batch; answers how many events it moved. */
  async relayBatch(): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const rows = await this.claim(manager);
      if (rows.length === 0) return 0;
      // Queued before the mark is committed: a crash in between queues twice, and the inbox absorbs it.
      await this.queues.publish(rows.map(toEvent));
      await manager.query(
        `UPDATE platform.outbox_event SET relayed_at = clock_timestamp()
          WHERE id = ANY($1::uuid[]) AND relayed_at IS NULL`,
        [rows.map((row) => row.id)],
      );
      return rows.length;
    });
  }

  private claim(manager: EntityManager): Promise<OutboxRow[]> {
    return manager.query<OutboxRow[]>(
      `SELECT id, name, payload, occurred_at, correlation_id
         FROM platform.outbox_event
        WHERE relayed_at IS NULL
        ORDER BY id
        LIMIT ${batchSize}
          FOR UPDATE SKIP LOCKED`,
    );
  }
}

export function toEvent(row: OutboxRow): DomainEvent {
  return {
    id: row.id,
    name: row.name,
    occurredAt: new Date(row.occurred_at).toISOString(),
    correlationId: row.correlation_id,
    payload: row.payload,
  } as DomainEvent;
}
