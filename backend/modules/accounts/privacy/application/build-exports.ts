import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { PersonalDataSources } from '@calmness/platform/composition';
import { UnitOfWork } from '@calmness/platform/database';
import { StoredFiles, type FileDraft } from '@calmness/platform/files';
import { errorFields, Log } from '@calmness/platform/observability';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { unitsOf, type ArchivePart } from '../domain/archive-entries';
import { archiveDays, exportAttempts, ExportLeaseLost, type ExportClaim } from '../domain/data-export';
import { DataExportRepository } from '../persistence/data-export.repository';
import { WriteArchive } from './write-archive';

/** Longer than any single step; a worker that dies leaves its export for another one after this. */
const leaseMs = 60_000;
const firstRetryMs = 10_000;

/**
 * Builds what waits, one archive after the other, outside any transaction. An attempt writes a file of its
 * own; only the one that still holds the lease at the end makes it the archive, so there is exactly one.
 */
@Injectable()
export class BuildExports {
  constructor(
    private readonly exports: DataExportRepository,
    private readonly members: MemberRepository,
    private readonly sources: PersonalDataSources,
    private readonly writeArchive: WriteArchive,
    private readonly files: StoredFiles,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async execute(): Promise<void> {
    let claim = await this.exports.claim(this.clock.now(), this.leaseEnd());
    while (claim) {
      await this.attempt(claim);
      claim = await this.exports.claim(this.clock.now(), this.leaseEnd());
    }
  }

  private async attempt(claim: ExportClaim): Promise<void> {
    try {
      if (claim.leftBehind) await this.files.remove('accounts', claim.leftBehind);
      const parts = await this.gather(claim);
      const member = await this.members.find(claim.memberId);
      const draft = await this.writeArchive.execute({
        draftId: claim.draftId,
        locale: member?.locale ?? 'fr',
        parts,
        progress: (module, units) => this.advance(claim, module, units),
      });
      if (!(await this.keep(claim, draft))) await this.files.remove('accounts', draft.id);
    } catch (error) {
      await this.putBack(claim, error);
    }
  }

  private async gather(claim: ExportClaim): Promise<ArchivePart[]> {
    const parts: ArchivePart[] = [];
    for (const source of this.sources.all) {
      parts.push({ module: source.name, ...(await source.export(claim.memberId)) });
    }
    const totals = parts.map((part) => ({ module: part.module, rowsTotal: unitsOf(part) }));
    if (!(await this.exports.begin(claim, totals))) throw new ExportLeaseLost();
    return parts;
  }

  private async advance(claim: ExportClaim, module: string, units: number): Promise<void> {
    const kept = await this.exports.advance(claim, module, units, this.leaseEnd());
    if (!kept) throw new ExportLeaseLost();
  }

  private keep(claim: ExportClaim, draft: FileDraft): Promise<boolean> {
    const readyAt = this.clock.now();
    const expiresAt = new Date(readyAt.getTime() + archiveDays * 86_400_000);
    const archive = { fileId: draft.id, byteSize: draft.byteSize, readyAt, expiresAt };
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.exports.markReady(tx, claim, archive))) return false;
      await this.files.keep(tx, draft);
      tx.record('accounts.export-ready', { exportId: claim.id, memberId: claim.memberId });
      return true;
    });
  }

  private async putBack(claim: ExportClaim, error: unknown): Promise<void> {
    await this.files.remove('accounts', claim.draftId);
    const over = claim.attempts >= exportAttempts;
    const next = new Date(this.clock.now().getTime() + firstRetryMs * 2 ** (claim.attempts - 1));
    const reason = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : 'unknown';
    await this.exports.release(claim, over ? 'failed' : 'queued', next, reason);
    const fields = { export_id: claim.id, attempts: claim.attempts };
    this.log.warn('data export not built', { ...fields, ...errorFields(error) });
  }

  private leaseEnd(): Date {
    return new Date(this.clock.now().getTime() + leaseMs);
  }
}
