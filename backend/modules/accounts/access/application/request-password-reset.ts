import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { AddressProofRepository } from '../persistence/address-proof.repository';
import { SecretLinks } from './secret-links';
import { Throttle } from './throttle';

const cooldownSeconds = 60;

/** Somebody forgot a password. Says nothing of whether the address exists; the link goes by mail. */
@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly proofs: AddressProofRepository,
    private readonly links: SecretLinks,
    private readonly throttle: Throttle,
    private readonly clock: Clock,
  ) {}

  /**
   * At most one link a minute and member.
   * @throws DomainError accounts.too-many-attempts, the same for an unknown address
   */
  async execute({ email, address }: { email: string; address: string }): Promise<void> {
    await this.throttle.claimNetwork(address);
    await this.throttle.claim('mail', `reset|${email.trim().toLowerCase()}`);
    const found = await this.members.findByEmail(email.trim());
    if (!found) return;
    await this.unitOfWork.run(async (tx) => {
      const member = await this.members.lock(tx, found.id);
      if (!member) return;
      const cooldownBegan = new Date(this.clock.now().getTime() - cooldownSeconds * 1_000);
      if (await this.proofs.requestedAfter(tx, member.id, 'reset-password', cooldownBegan)) return;
      const tokenId = await this.links.prepare(tx, member.id, 'reset-password');
      tx.record('accounts.password-reset-requested', { memberId: member.id, tokenId });
    });
  }
}
