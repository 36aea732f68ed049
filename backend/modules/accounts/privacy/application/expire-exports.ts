import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { StoredFiles } from '@calmness/platform/files';
import { DataExportRepository } from '../persistence/data-export.repository';

const atOnce = 50;

/** Deletes archives whose week is over: the file first, then the row says so; a death in between is made good. */
@Injectable()
export class ExpireExports {
  constructor(
    private readonly exports: DataExportRepository,
    private readonly files: StoredFiles,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    for (const { id, fileId } of await this.exports.overdue(this.clock.now(), atOnce)) {
      await this.files.remove('accounts', fileId);
      await this.exports.markExpired(id);
    }
  }
}
