import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { AddressProofRepository } from '../persistence/address-proof.repository';
import { SecretLinks } from './secret-links';

/** The member opened the link of his mail. A second click of a verified member is no error. */
@Injectable()
export class VerifyEmail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proofs: AddressProofRepository,
    private readonly members: MemberRepository,
    private readonly links: SecretLinks,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError accounts.verification-link-invalid for a forged, expired or unknown link */
  async execute(token: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const proof = await this.links.genuine(tx, token, ['verify-email']);
      const member = proof && (await this.members.lock(tx, proof.memberId));
      if (!proof || !member) throw invalidLink();
      if (member.emailVerifiedAt) return;
      const now = this.clock.now();
      if (!(await this.proofs.use(tx, proof.id, now))) throw invalidLink();
      await this.members.update(tx, member.id, { emailVerifiedAt: now });
      tx.record('accounts.email-verified', { memberId: member.id });
    });
  }
}

function invalidLink(): DomainError {
  return new DomainError('accounts.verification-link-invalid');
}
