import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { errorFields, Log } from '@calmness/platform/observability';
import type { TickHandler } from './registry';

/** What one run of a tick did. */
export interface TickReport {
  job: string;
  /** How many things it did; zero for a tick that does not count. */
  done: number;
  error: string | null;
}

const keptDays = 90;

/**
 * Runs a tick and writes the run down, one row a job and minute. The machine's clock of PostgreSQL is meant: a
 * scheduler is alive or not, whatever time the academy is told it is.
 */
@Injectable()
export class TickRunner {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
  ) {}

  /** Never throws: what is due stays due in SQL, and the next slot takes it up again. */
  async run(tick: TickHandler): Promise<TickReport> {
    const slot = await this.begin(tick.name);
    const report = await this.attempt(tick);
    if (slot) await this.conclude(slot, report);
    return report;
  }

  /** Answers how many rows were forgotten. */
  async forgetOld(): Promise<number> {
    const [, forgotten] = await this.dataSource.query<[unknown, number]>(
      `DELETE FROM platform.tick_run WHERE slot < clock_timestamp() - make_interval(days => $1)`,
      [keptDays],
    );
    return forgotten;
  }

  /** Null when the run cannot be written down: it takes place all the same. */
  private async begin(job: string): Promise<Date | null> {
    return this.orLog(async () => {
      const [row] = await this.dataSource.query<{ slot: Date }[]>(
        `INSERT INTO platform.tick_run AS known (job, slot, started_at, runs, failures, done)
         VALUES ($1, date_trunc('minute', clock_timestamp()), clock_timestamp(), 1, 0, 0)
         ON CONFLICT (job, slot) DO UPDATE SET runs = known.runs + 1
         RETURNING slot`,
        [job],
      );
      return row?.slot ?? null;
    });
  }

  private async conclude(slot: Date, { job, done, error }: TickReport): Promise<void> {
    await this.orLog(async () => {
      await this.dataSource.query(
        `UPDATE platform.tick_run
            SET ended_at = clock_timestamp(), done = done + $3, error = coalesce($4, error),
                failures = failures + CASE WHEN $4::text IS NULL THEN 0 ELSE 1 END
          WHERE job = $1 AND slot = $2`,
        [job, slot, done, error],
      );
      return null;
    });
  }

  private async orLog<T>(work: () => Promise<T | null>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      this.log.warn('a run could not be written down', errorFields(error));
      return null;
    }
  }

  private async attempt(tick: TickHandler): Promise<TickReport> {
    const job = tick.name;
    try {
      const done = await tick.run();
      return { job, done: typeof done === 'number' ? done : 0, error: null };
    } catch (error) {
      this.log.error('tick failed', { tick: job, ...errorFields(error) });
      return { job, done: 0, error: error instanceof Error ? `${error.name}: ${error.message}` : 'error' };
    }
  }
}
