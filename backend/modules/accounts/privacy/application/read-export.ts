import { Injectable } from '@nestjs/common';
import type { Uuid } from '@calmness/platform/ids';
import type { DataExport, DataExportPart } from '../domain/data-export';
import { DataExportRepository } from '../persistence/data-export.repository';

export interface ExportProgress extends DataExport {
  parts: DataExportPart[];
}

/** A member's newest export and how far it is. */
@Injectable()
export class ReadExport {
  constructor(private readonly exports: DataExportRepository) {}

  async execute(memberId: Uuid): Promise<ExportProgress | null> {
    const newest = await this.exports.newest(memberId);
    return newest && { ...newest, parts: await this.exports.parts(newest.id) };
  }
}
