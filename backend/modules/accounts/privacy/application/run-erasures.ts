import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { PersonalDataSources, type PersonalData } from '@calmness/platform/composition';
import { UnitOfWork } from '@calmness/platform/database';
import { StoredFiles } from '@calmness/platform/files';
import { errorFields, Log } from '@calmness/platform/observability';
import type { ErasureClaim } from '../domain/erasure';
import { ErasureRepository } from '../persistence/erasure.repository';
import { AccountsPersonalData } from './accounts-personal-data';

const leaseMs = 60_000;
const retryMs = 60_000;

/**
 * Forgets who has to be forgotten, domain after domain, accounts last. Each domain's part and the row that
 * says so are one transaction, its files go right after: a worker may die anywhere, the next one goes on.
 */
@Injectable()
export class RunErasures {
  constructor(
    private readonly erasures: ErasureRepository,
    private readonly sources: PersonalDataSources,
    private readonly accounts: AccountsPersonalData,
    private readonly files: StoredFiles,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async execute(): Promise<void> {
    let claim = await this.claim();
    while (claim) {
      await this.attempt(claim);
      claim = await this.claim();
    }
  }

  private claim(): Promise<ErasureClaim | null> {
    const now = this.clock.now();
    return this.erasures.claim(now, new Date(now.getTime() + leaseMs));
  }

  private async attempt(claim: ErasureClaim): Promise<void> {
    try {
      for (const source of this.inOrder()) await this.forget(claim, source);
      await this.finish(claim);
    } catch (error) {
      const next = new Date(this.clock.now().getTime() + retryMs);
      const reason = error instanceof Error ? error.name : 'unknown';
      await this.erasures.release(claim, next, reason);
      this.log.error('erasure interrupted', { erasure_id: claim.id, ...errorFields(error) });
    }
  }

  /** Accounts last: until then the other domains may still ask who the member is. */
  private inOrder(): PersonalData[] {
    return [...this.sources.all.filter(({ name }) => name !== this.accounts.name), this.accounts];
  }

  private async forget(claim: ErasureClaim, source: PersonalData): Promise<void> {
    const { name } = source;
    const done = (await this.erasures.steps(claim.id)).find((step) => step.module === name);
    const files = done?.files ?? (await this.erase(claim, source));
    if (done?.filesRemoved) return;
    for (const file of files) await this.files.remove(name, file);
    await this.erasures.markFilesRemoved(claim.id, name, this.clock.now());
  }

  private erase(claim: ErasureClaim, source: PersonalData) {
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.erasures.holdClaim(tx, claim))) throw new Error('The lease of the erasure is lost');
      const files = await source.erase(tx, claim.memberId);
      await this.erasures.addStep(tx, claim.id, { module: source.name, files }, this.clock.now());
      return files;
    });
  }

  private async finish(claim: ErasureClaim): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.erasures.holdClaim(tx, claim))) return;
      await this.erasures.finish(tx, claim, this.clock.now());
      tx.record('accounts.member-erased', { memberId: claim.memberId, erasureId: claim.id });
    });
  }
}
