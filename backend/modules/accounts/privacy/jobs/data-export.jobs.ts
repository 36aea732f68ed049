import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@calmness/platform/database';
import { OnDomainEvent, OnTick, TickScheduler } from '@calmness/platform/events';
import { BuildExports } from '../application/build-exports';
import { ExpireExports } from '../application/expire-exports';

const buildTick = 'accounts.build-exports';

/** Builds what waits every ten seconds, and right after somebody asked; removes what is over. */
@Injectable()
export class DataExportJobs {
  constructor(
    private readonly buildExports: BuildExports,
    private readonly expireExports: ExpireExports,
    private readonly unitOfWork: UnitOfWork,
    private readonly ticks: TickScheduler,
  ) {}

  @OnTick({ name: buildTick, cron: '*/10 * * * * *' })
  async build(): Promise<void> {
    await this.buildExports.execute();
  }

  @OnTick({ name: 'accounts.expire-exports', cron: '0 */10 * * * *' })
  async expire(): Promise<void> {
    await this.expireExports.execute();
  }

  /** The row came with the event; this only spares it the wait. */
  @OnDomainEvent('accounts.export-requested', { consumer: 'accounts.wake-export-builder' })
  async requested(): Promise<void> {
    await this.unitOfWork.run((tx) => {
      tx.afterCommit(() => this.ticks.wake(buildTick));
      return Promise.resolve();
    });
  }
}
