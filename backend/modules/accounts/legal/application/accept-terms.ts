import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { termsVersionOf, type DocumentVersions } from '../domain/legal-terms';
import { LegalAcceptanceRepository } from '../persistence/legal-acceptance.repository';
import { LegalTexts } from './legal-texts';

/** A member accepts what changed since he last did; the proof is who, what version, when. */
@Injectable()
export class AcceptTerms {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly texts: LegalTexts,
    private readonly acceptances: LegalAcceptanceRepository,
    private readonly clock: Clock,
  ) {}

  /** Versions in force the member has not accepted yet. */
  async pending(memberId: Uuid): Promise<DocumentVersions> {
    const [inForce, accepted] = await Promise.all([
      this.texts.termsDocuments(),
      this.acceptances.newestOf(memberId),
    ]);
    return inForce.filter(({ code, version }) => (accepted.get(code) ?? 0) < version);
  }

  /**
   * Accepting twice is once.
   * @throws DomainError accounts.terms-outdated when another version is in force than the one he read
   */
  async execute(memberId: Uuid, termsVersion: string): Promise<void> {
    const inForce = await this.texts.termsDocuments();
    if (termsVersionOf(inForce) !== termsVersion)
      throw new DomainError('accounts.terms-outdated', {}, 'conflict');
    const acceptedAt = this.clock.now();
    await this.unitOfWork.run((tx) =>
      this.acceptances.add(
        tx,
        inForce.map((document) => ({ id: newId(), memberId, ...document, acceptedAt })),
      ),
    );
  }
}
