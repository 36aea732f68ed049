import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '@calmness/platform/ids';
import { Adapters, type AdapterReport } from './adapters';
import { errorFields, Log } from './log';

const everyMs = 5_000;

/** A worker says it is alive, and what its adapters can do, so that the api can tell. */
@Injectable()
export class Heartbeat implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly processId = newId();
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly dataSource: DataSource,
    private readonly adapters: Adapters,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.beat();
    this.timer = setInterval(() => void this.beat(), everyMs);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.dataSource
      .query('DELETE FROM platform.process_heartbeat WHERE process_id = $1', [this.processId])
      .catch(() => undefined);
  }

  private async beat(): Promise<void> {
    try {
      await this.dataSource.query(
        `INSERT INTO platform.process_heartbeat AS h (process_id, kind, started_at, seen_at, adapters)
         VALUES ($1, 'worker', clock_timestamp(), clock_timestamp(), $2)
         ON CONFLICT (process_id) DO UPDATE SET seen_at = clock_timestamp(), adapters = $2`,
        [this.processId, JSON.stringify(this.adapters.report())],
      );
      await this.dataSource.query(
        `DELETE FROM platform.process_heartbeat WHERE seen_at < clock_timestamp() - interval '1 day'`,
      );
    } catch (error) {
      this.log.warn('heartbeat missed', errorFields(error));
    }
  }
}

/** The youngest sign of life of any worker; null when none came in the last 20 seconds. */
export async function workerSeen(
  dataSource: DataSource,
): Promise<{ seen_at: Date; adapters: AdapterReport[] } | null> {
  const [row] = await dataSource.query<{ seen_at: Date; adapters: AdapterReport[] }[]>(
    `SELECT seen_at, adapters FROM platform.process_heartbeat
      WHERE kind = 'worker' AND seen_at > clock_timestamp() - interval '20 seconds'
      ORDER BY seen_at DESC LIMIT 1`,
  );
  return row ?? null;
}
