import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { isUuid } from '@calmness/platform/ids';
import { rowIdOf } from '../domain/secret-link';
import type { AddressProofEntity } from '../persistence/address-proof.entity';
import { AddressProofRepository } from '../persistence/address-proof.repository';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { VerificationLinks } from './verification-links';

/** The member opened the link of his mail. A second click of a verified member is no error. */
@Injectable()
export class VerifyEmail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proofs: AddressProofRepository,
    private readonly members: MemberRepository,
    private readonly links: VerificationLinks,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError accounts.verification-link-invalid for a forged, expired or unknown link */
  async execute(token: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const proof = await this.genuine(tx, token);
      const member = proof && (await this.members.lock(tx, proof.memberId));
      if (!proof || !member) throw invalidLink();
      if (member.emailVerifiedAt) return;
      const now = this.clock.now();
      if (!(await this.proofs.use(tx, proof.id, now))) throw invalidLink();
      await this.members.update(tx, member.id, { emailVerifiedAt: now });
      tx.record('accounts.email-verified', { memberId: member.id });
    });
  }

  private async genuine(tx: Transaction, token: string): Promise<AddressProofEntity | undefined> {
    const proofId = rowIdOf(token);
    const proof = isUuid(proofId) ? await this.proofs.find(proofId, tx.manager) : null;
    return proof && this.links.opens(proof, token) ? proof : undefined;
  }
}

function invalidLink(): DomainError {
  return new DomainError('accounts.verification-link-invalid');
}
