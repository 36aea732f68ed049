import { Injectable } from '@nestjs/common';
import { CronJob } from 'cron';
import { EventRegistry, type TickHandler } from './registry';
import { TickRunner, type TickReport } from './tick-runner';

/**
 * Runs ticks in this very process, without queues: for a person at a terminal, or a machine whose scheduler is the
 * operating system's. Stands where the `TickScheduler` stands in a worker.
 */
@Injectable()
export class TicksByHand {
  private readonly woken = new Set<string>();
  private readonly busy = new Map<string, Promise<TickReport>>();
  private scheduled = false;

  constructor(
    private readonly registry: EventRegistry,
    private readonly runner: TickRunner,
  ) {}

  /** An intent was written: its tick runs soon, or at the end of the round. */
  wake(name: string): void {
    const tick = this.registry.ticks.find((candidate) => candidate.name === name);
    if (!tick) throw new Error(`No tick is called ${name}`);
    if (this.scheduled) void this.runAlone(tick);
    else this.woken.add(name);
  }

  /** Every tick once, one after the other, then those that were woken meanwhile. */
  async once(): Promise<TickReport[]> {
    this.woken.clear();
    const reports: TickReport[] = [];
    for (const tick of this.registry.ticks) reports.push(await this.runner.run(tick));
    const again = this.registry.ticks.filter(({ name }) => this.woken.has(name));
    for (const tick of again) reports.push(await this.runner.run(tick));
    return reports;
  }

  /** Every tick at its own times until `end` resolves; what runs then is waited for. */
  async until(end: Promise<unknown>): Promise<void> {
    this.scheduled = true;
    const jobs = this.registry.ticks.map(
      (tick) => new CronJob(tick.cron, () => void this.runAlone(tick), null, true, tick.zone ?? 'UTC'),
    );
    await end;
    for (const job of jobs) await job.stop();
    this.scheduled = false;
    await Promise.all(this.busy.values());
  }

  /** A tick that is still running is not run beside itself. */
  private async runAlone(tick: TickHandler): Promise<void> {
    if (this.busy.has(tick.name)) return;
    const run = this.runner.run(tick);
    this.busy.set(tick.name, run);
    await run.finally(() => this.busy.delete(tick.name));
  }
}
