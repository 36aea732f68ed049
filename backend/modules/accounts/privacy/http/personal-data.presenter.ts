import type { DataExportView, DeletionView, ErasureBlocker } from '@calmness/contracts';
import type { ExportProgress } from '../application/read-export';
import { graceDays, keptData, type Erasure } from '../domain/erasure';

/** @param downloadUrl of the archive, while there is one */
export function presentExport(progress: ExportProgress, downloadUrl: string | null): DataExportView {
  return {
    id: progress.id,
    state: progress.state,
    requested_at: progress.requestedAt.toISOString(),
    ready_at: progress.readyAt?.toISOString() ?? null,
    expires_at: progress.expiresAt?.toISOString() ?? null,
    size_bytes: progress.byteSize,
    parts: progress.parts.map(({ module, rowsDone, rowsTotal }) => ({
      module,
      rows_done: rowsDone,
      rows_total: rowsTotal,
    })),
    download_url: downloadUrl,
  };
}

export function presentDeletion(scheduled: Erasure | null, blockers: ErasureBlocker[]): DeletionView {
  return {
    scheduled: scheduled && {
      id: scheduled.id,
      requested_at: scheduled.requestedAt.toISOString(),
      execute_after: scheduled.executeAfter.toISOString(),
      origin: scheduled.origin,
    },
    blockers,
    kept: keptData,
    grace_days: graceDays,
  };
}
