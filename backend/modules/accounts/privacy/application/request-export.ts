import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import { DataExportRepository } from '../persistence/data-export.repository';

/** Asks for the archive of a member's data. While one is under way, asking again changes nothing. */
@Injectable()
export class RequestExport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly exports: DataExportRepository,
    private readonly clock: Clock,
  ) {}

  async execute(memberId: Uuid): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const exportId = newId();
      const queued = await this.exports.queue(tx, exportId, memberId, this.clock.now());
      if (queued) tx.record('accounts.export-requested', { exportId, memberId });
    });
  }
}
