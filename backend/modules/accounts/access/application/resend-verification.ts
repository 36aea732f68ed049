import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { AddressProofRepository } from '../persistence/address-proof.repository';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { RequestVerification } from './request-verification';

const cooldownSeconds = 60;

/** Asks for another link. Says nothing of whether the address exists, is verified, or asked just now. */
@Injectable()
export class ResendVerification {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly proofs: AddressProofRepository,
    private readonly requestVerification: RequestVerification,
    private readonly clock: Clock,
  ) {}

  /** At most one link a minute and member, however many requests arrive together. */
  async execute(email: string): Promise<void> {
    const found = await this.members.findByEmail(email.trim());
    if (!found) return;
    await this.unitOfWork.run(async (tx) => {
      const member = await this.members.lock(tx, found.id);
      if (!member || member.emailVerifiedAt) return;
      const cooldownBegan = new Date(this.clock.now().getTime() - cooldownSeconds * 1_000);
      if (await this.proofs.requestedAfter(tx, member.id, 'verify-email', cooldownBegan)) return;
      await this.requestVerification.execute(tx, member.id);
    });
  }
}
