import { Injectable } from '@nestjs/common';
import type { WordFieldValues } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { knownWords, rulesOf } from '../domain/built-in-words';
import { tidied } from '../domain/fill-words';
import { lintWords } from '../domain/lint-words';
import type { WordingEntity } from '../persistence/wording.entity';
import { WordingRepository, type WordingKey } from '../persistence/wording.repository';

export interface EditCommand extends WordingKey {
  actorId: Uuid;
  /** Of all versions together, as it was read. */
  revision: number;
}

/** Grows with every change of any version: who saved last is known without a row that stands for all. */
export function revisionOf(versions: readonly WordingEntity[]): number {
  return versions.reduce((sum, { revision }) => sum + revision, 0);
}

/**
 * The staff writes the words of a message: a draft first, then what everybody gets. Versions stay; nobody's words are
 * overwritten once they were published.
 */
@Injectable()
export class EditWords {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly words: WordingRepository,
    private readonly clock: Clock,
  ) {}

  /** A draft may have faults: they are shown, and refused at publication. @throws DomainError request.conflict */
  async saveDraft(command: EditCommand, fields: WordFieldValues): Promise<void> {
    await this.change(command, async (tx, versions) => {
      const draft = versions.find(({ state }) => state === 'draft');
      await this.writeDraft(tx, command, { versions, fields: tidied(fields) });
      this.audit(tx, command, 'save-words', { before: draft?.fields ?? null, after: tidied(fields) });
    });
  }

  /**
   * @throws DomainError request.not-found for words nobody knows, request.invalid with the fields at fault,
   * request.conflict when somebody saved in between
   */
  async publish(command: EditCommand, fields: WordFieldValues): Promise<void> {
    if (!knownWords(command.kind, command.name)) throw new DomainError('request.not-found', {}, 'not-found');
    const said = tidied(fields);
    const faults = lintWords(said, rulesOf(command, command.locale));
    if (faults.length > 0) throw new DomainError('request.invalid', {}, 'invalid', faults);
    await this.change(command, async (tx, versions) => {
      const published = versions.find(({ state }) => state === 'published');
      if (published) await this.archive(tx, command, published);
      const draft = await this.writeDraft(tx, command, { versions, fields: said });
      await this.words.save(tx, {
        ...draft,
        ...{ state: 'published', revision: draft.revision + 1 },
        ...{ publishedAt: this.clock.now(), publishedBy: command.actorId },
      });
      this.audit(tx, command, 'publish-words', { before: published?.fields ?? null, after: said });
    });
  }

  /** The built-in words speak again. @throws DomainError request.not-found when they do already, request.conflict */
  async revert(command: EditCommand): Promise<void> {
    await this.putAway(command, 'published', 'revert-words');
  }

  /** @throws DomainError request.not-found without a draft, request.conflict */
  async discard(command: EditCommand): Promise<void> {
    await this.putAway(command, 'draft', 'discard-words');
  }

  private async putAway(
    command: EditCommand,
    state: 'published' | 'draft',
    action: 'revert-words' | 'discard-words',
  ): Promise<void> {
    await this.change(command, async (tx, versions) => {
      const row = versions.find((version) => version.state === state);
      if (!row) throw new DomainError('request.not-found', {}, 'not-found');
      await this.archive(tx, command, row);
      this.audit(tx, command, action, { before: row.fields, after: null });
    });
  }

  /** @throws DomainError request.not-found for words nobody knows, request.conflict */
  private async change(
    { kind, name, locale, revision }: EditCommand,
    work: (tx: Transaction, versions: WordingEntity[]) => Promise<void>,
  ): Promise<void> {
    if (!knownWords(kind, name)) throw new DomainError('request.not-found', {}, 'not-found');
    await this.unitOfWork.run(async (tx) => {
      const versions = await this.words.lock(tx, { kind, name, locale });
      if (revisionOf(versions) !== revision) throw new DomainError('request.conflict', {}, 'conflict');
      await work(tx, versions);
    });
  }

  private async writeDraft(
    tx: Transaction,
    { kind, name, locale, actorId }: EditCommand,
    { versions, fields }: { versions: readonly WordingEntity[]; fields: WordFieldValues },
  ): Promise<WordingEntity> {
    const draft = versions.find(({ state }) => state === 'draft');
    const row: WordingEntity = {
      id: draft?.id ?? newId(),
      ...{ kind, name, locale, fields, state: 'draft' },
      version: draft?.version ?? (versions[0]?.version ?? 0) + 1,
      revision: (draft?.revision ?? 0) + 1,
      ...{ changedAt: this.clock.now(), changedBy: actorId },
      ...{ publishedAt: null, publishedBy: null, archivedAt: null, archivedBy: null },
    };
    await this.words.save(tx, row);
    return row;
  }

  private async archive(tx: Transaction, { actorId }: EditCommand, row: WordingEntity): Promise<void> {
    await this.words.save(tx, {
      ...row,
      ...{ state: 'archived', revision: row.revision + 1 },
      ...{ archivedAt: this.clock.now(), archivedBy: actorId },
    });
  }

  private audit(
    tx: Transaction,
    { kind, name, locale, actorId }: EditCommand,
    action: string,
    { before, after }: { before: WordFieldValues | null; after: WordFieldValues | null },
  ): void {
    tx.audit({
      ...{ actorId, action: `notifications.${action}`, objectType: 'wording' },
      ...{ objectId: `${kind}.${name}.${locale}`, before, after },
    });
  }
}
