import { Injectable } from '@nestjs/common';
import { locales, type LegalDocumentCode, type Locale } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, violatedConstraint } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { LegalTextRepository } from '../persistence/legal-text.repository';

export interface PublishLegalTextCommand {
  actorId: Uuid;
  code: LegalDocumentCode;
  /** The version the writer started from. */
  baseVersion: number;
  texts: Record<Locale, { title: string; body: string }>;
}

/** A new version of a legal text, in both languages at once; what was in force stays readable for ever. */
@Injectable()
export class PublishLegalText {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: LegalTextRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError request.conflict when another version was published in between */
  async execute({ actorId, code, baseVersion, texts }: PublishLegalTextCommand): Promise<void> {
    const version = baseVersion + 1;
    const publishedAt = this.clock.now();
    const rows = locales.map((locale) => ({
      ...{ id: newId(), code, version, locale, publishedAt },
      ...texts[locale],
    }));
    try {
      await this.unitOfWork.run(async (tx) => {
        const current = await this.repository.find(code, 'fr');
        if ((current?.version ?? 0) !== baseVersion)
          throw new DomainError('request.conflict', {}, 'conflict');
        await this.repository.add(tx, rows);
        tx.record('accounts.legal-text-published', { code, version });
        tx.audit({
          ...{ actorId, action: 'accounts.publish-legal-text', objectType: 'legal-text', objectId: code },
          before: { version: baseVersion },
          after: { version },
        });
      });
    } catch (error) {
      if (violatedConstraint(error) !== 'legal_text_once') throw error;
      throw new DomainError('request.conflict', {}, 'conflict');
    }
  }
}
