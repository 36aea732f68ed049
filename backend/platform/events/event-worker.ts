import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { QueueJob } from './event-queues';
import { Inbox } from './inbox';
import { QueueBackend } from './queue-backend';
import { EventRegistry } from './registry';
import { TickRunner } from './tick-runner';

const jobsAtOnce = 4;

/** Takes jobs from every module's queue. */
@Injectable()
export class EventWorker implements OnApplicationBootstrap {
  constructor(
    private readonly backend: QueueBackend,
    private readonly registry: EventRegistry,
    private readonly inbox: Inbox,
    private readonly dataSource: DataSource,
    private readonly ticks: TickRunner,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.announceConsumers();
    for (const module of this.registry.modules()) {
      await this.backend.work(module, (job) => this.process(module, job), {
        concurrency: jobsAtOnce,
        // A dead worker's jobs are taken over after about this long.
        lockDuration: 6_000,
        stalledInterval: 2_000,
        // Redelivery is counted in PostgreSQL; a stalled job is never given up by the queue.
        maxStalledCount: 1_000,
      });
    }
  }

  /** A consumer starts at its first boot; older events reach it only by `outbox:replay`. */
  private async announceConsumers(): Promise<void> {
    for (const consumer of this.registry.consumers) {
      await this.dataSource.query(
        `INSERT INTO platform.event_consumer (name, event_name, started_at)
         VALUES ($1, $2, clock_timestamp()) ON CONFLICT (name) DO NOTHING`,
        [consumer.name, consumer.eventName],
      );
    }
  }

  private async process(module: string, job: { data: unknown }): Promise<void> {
    const data = job.data as QueueJob;
    if ('event' in data) await this.inbox.deliver(module, data.event);
    else await this.runTick(data.tick);
  }

  private async runTick(name: string): Promise<void> {
    const tick = this.registry.ticks.find((candidate) => candidate.name === name);
    if (!tick) return;
    // A run never throws: what went wrong is written down.
    const run = this.ticks.run(tick);
    if (!tick.beside) await run;
  }
}
