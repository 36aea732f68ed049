import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { CronJob } from 'cron';
import { errorFields, Log } from '@calmness/platform/observability';
import { newId } from '@calmness/platform/ids';
import { EventQueues } from './event-queues';
import { EventRegistry, type TickHandler } from './registry';

/**
 * Turns every `@OnTick` into a cron that only enqueues, with a date-slot job id: many workers,
 * one job a slot.
 */
@Injectable()
export class TickScheduler implements OnApplicationBootstrap {
  constructor(
    private readonly registry: EventRegistry,
    private readonly scheduler: SchedulerRegistry,
    private readonly queues: EventQueues,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    for (const tick of this.registry.ticks) {
      const job = new CronJob(tick.cron, () => this.enqueue(tick, slotNow()), null, true, tick.zone ?? 'UTC');
      this.scheduler.addCronJob(tick.name, job);
    }
    this.log.info('scheduler started', { ticks: this.registry.ticks.map((tick) => tick.name) });
  }

  /** Runs a tick soon, outside its schedule: an intent row was just written. May be lost. */
  wake(name: string): void {
    const tick = this.registry.ticks.find((candidate) => candidate.name === name);
    if (!tick) throw new Error(`No tick is called ${name}`);
    this.enqueue(tick, `wake-${newId()}`);
  }

  private enqueue(tick: TickHandler, slot: string): void {
    this.queues.publishTick(tick.module, tick.name, slot).catch((error: unknown) => {
      this.log.warn('tick not queued, the next slot will', { tick: tick.name, ...errorFields(error) });
    });
  }
}

/** The second the cron fired for; workers that fire together name the same slot. */
function slotNow(): string {
  return Temporal.Now.instant().round('second').toString().replaceAll(':', '');
}
