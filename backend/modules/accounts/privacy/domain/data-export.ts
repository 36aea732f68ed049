import type { DataExportState } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';

/** Days an archive can be downloaded. */
export const archiveDays = 7;
/** Attempts before the member is told that it did not work. */
export const exportAttempts = 5;

/** An archive of everything the house holds of a member: asked for, built, kept a week. */
export interface DataExport {
  id: Uuid;
  memberId: Uuid;
  state: DataExportState;
  requestedAt: Date;
  readyAt: Date | null;
  expiresAt: Date | null;
  byteSize: number | null;
  fileId: Uuid | null;
}
/** How far it is with one domain. */
export interface DataExportPart {
  module: string;
  rowsTotal: number;
  rowsDone: number;
}
/** An export this worker may build until its lease ends. */
export interface ExportClaim {
  id: Uuid;
  memberId: Uuid;
  attempts: number;
  /** The file this attempt writes. */
  draftId: Uuid;
  /** What an earlier attempt may have left in the storage. */
  leftBehind: Uuid | null;
}

/** Another worker took the export over: this one has to stop. */
export class ExportLeaseLost extends Error {
  constructor() {
    super('The lease of the export went to another worker');
  }
}
