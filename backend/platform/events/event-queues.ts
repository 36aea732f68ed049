import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { BulkJobOptions } from 'bullmq';
import type { DomainEvent } from '@calmness/events';
import { QueueBackend } from './queue-backend';
import { EventRegistry } from './registry';

/** After this many failures an event is parked for a human (architecture §3). */
export const maxAttempts = 8;

/** A queue that takes longer is believed to be stuck. */
const answersWithinMs = 5_000;

const eventJob: BulkJobOptions = {
  attempts: maxAttempts,
  backoff: { type: 'exponential', delay: 500, jitter: 0.5 },
  // A finished job leaves nothing behind, so that a sweep or a replay may queue the event again.
  removeOnComplete: true,
  removeOnFail: true,
};

/** Jobs of a module's queue: an event to handle, or a tick to run. */
export type QueueJob = { event: DomainEvent } | { tick: string };

/** One job per subscribing module; the job id spares work, the inbox gives the guarantee. */
@Injectable()
export class EventQueues {
  constructor(
    private readonly backend: QueueBackend,
    private readonly registry: EventRegistry,
  ) {}

  async publish(events: readonly DomainEvent[]): Promise<void> {
    const byModule = new Map<string, DomainEvent[]>();
    for (const event of events) {
      for (const module of this.registry.modulesOf(event.name)) {
        byModule.set(module, [...(byModule.get(module) ?? []), event]);
      }
    }
    for (const [module, moduleEvents] of byModule) {
      const jobs = moduleEvents.map((event) => ({
        name: event.name,
        data: { event } satisfies QueueJob,
        opts: { ...eventJob, jobId: event.id },
      }));
      await this.orForget(module, this.backend.queue(module).addBulk(jobs));
    }
  }

  /** Queues a tick once per slot, however many schedulers ask for it. */
  async publishTick(module: string, tick: string, slot: string): Promise<void> {
    const added = this.backend.queue(module).add(tick, { tick } satisfies QueueJob, {
      jobId: `${tick}@${slot}`,
      attempts: 1,
      removeOnComplete: { age: 3_600, count: 200 },
      removeOnFail: true,
    });
    await this.orForget(module, added);
  }

  /** A queue that fails, or does not answer in time, is replaced before the next attempt. */
  private async orForget(module: string, work: Promise<unknown>): Promise<void> {
    const giveUp = new AbortController();
    const tooLate = pause(answersWithinMs, undefined, { signal: giveUp.signal, ref: false }).then(() => {
      throw new Error(`The queue ${module} did not answer`);
    });
    try {
      await Promise.race([work, tooLate]);
    } catch (error) {
      this.backend.forget(module);
      throw error;
    } finally {
      giveUp.abort();
      tooLate.catch(() => undefined);
    }
  }
}
