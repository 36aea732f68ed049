import { Injectable } from '@nestjs/common';
import { legalDocumentCodes, locales } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { ReferenceData } from '@calmness/platform/composition';
import { UnitOfWork } from '@calmness/platform/database';
import { newId } from '@calmness/platform/ids';
import { firstEdition } from '../legal/texts/first-edition';
import type { LegalTextEntity } from '../legal/persistence/legal-text.entity';
import { LegalTextRepository } from '../legal/persistence/legal-text.repository';

/** Publishes the first version of every legal text that has none. */
@Injectable()
export class AccountsReferenceData extends ReferenceData {
  readonly name = 'accounts';

  constructor(
    private readonly texts: LegalTextRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  async install(): Promise<void> {
    const publishedAt = this.clock.now();
    const texts = legalDocumentCodes.flatMap((code) =>
      locales.map((locale): LegalTextEntity => {
        const { title, body } = firstEdition[locale][code];
        return { id: newId(), code, version: 1, locale, title, body, publishedAt };
      }),
    );
    await this.unitOfWork.run((tx) => this.texts.addMissing(tx, texts));
  }
}
