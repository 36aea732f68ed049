import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import type { DomainEvent } from '@calmness/events';
import { Config } from '@calmness/platform/config';
import { outboxChannel } from '@calmness/platform/database';
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
const reconnectAfterMs = 1_000;

/**
 * Moves committed events from the outbox to the queues: woken by NOTIFY, every two seconds all the
 * same. Any number of relays may run; each takes its own rows (`SKIP LOCKED`).
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, OnApplicationShutdown {
  private listener?: pg.Client;
  private poll?: NodeJS.Timeout;
  private running?: Promise<void>;
  private again = false;
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly queues: EventQueues,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.poll = setInterval(() => this.wake(), pollEveryMs);
    await this.listen();
    this.wake();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.poll);
    await this.listener?.end().catch(() => undefined);
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

  /** LISTEN has its own direct connection; when it breaks the poll carries on until it is back. */
  private async listen(): Promise<void> {
    if (this.stopped) return;
    const client = new pg.Client({ connectionString: this.config.databaseUrl, keepAlive: true });
    client.on('notification', () => this.wake());
    client.on('error', () => this.listenAgainLater());
    client.once('end', () => this.listenAgainLater());
    try {
      await client.connect();
      await client.query(`LISTEN ${outboxChannel}`);
      this.listener = client;
    } catch {
      this.listenAgainLater();
    }
  }

  private reconnecting = false;
  private listenAgainLater(): void {
    if (this.stopped || this.reconnecting) return;
    this.reconnecting = true;
    setTimeout(() => {
      this.reconnecting = false;
      void this.listen();
    }, reconnectAfterMs).unref();
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
