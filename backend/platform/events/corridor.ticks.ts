import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OnTick } from './on-domain-event';
import { EventSweep } from './sweep';
import { TickRunner } from './tick-runner';

/** The corridor's own upkeep. */
@Injectable()
export class CorridorTicks {
  constructor(
    private readonly sweep: EventSweep,
    private readonly runs: TickRunner,
    private readonly dataSource: DataSource,
  ) {}

  @OnTick({ name: 'platform.sweep-events', cron: '*/10 * * * * *' })
  async sweepEvents(): Promise<void> {
    await this.sweep.run();
  }

  @OnTick({ name: 'platform.prepare-outbox-partitions', cron: '0 17 3 * * *' })
  async preparePartitions(): Promise<void> {
    await this.dataSource.query(
      `SELECT platform.ensure_outbox_partition((clock_timestamp() + make_interval(months => m))::date)
         FROM generate_series(0, 2) AS m`,
    );
  }

  @OnTick({ name: 'platform.forget-tick-runs', cron: '0 23 3 * * *' })
  async forgetRuns(): Promise<number> {
    return this.runs.forgetOld();
  }
}
