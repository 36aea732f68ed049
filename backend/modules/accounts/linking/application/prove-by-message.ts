import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@calmness/platform/database';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { WhatsAppProofRepository } from '../persistence/whatsapp-proof.repository';
import { WhatsAppProofs } from './whatsapp-proofs';

/**
 * A number wrote to the academy while one member waits for it to be proven: whoever holds the phone answered what
 * was sent there, which is as good as the code. When two members wait for it, it says nothing; neither while another
 * member has proven it, who writes for himself: from him only the code takes it.
 */
@Injectable()
export class ProveByMessage {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly proofs: WhatsAppProofRepository,
    private readonly whatsappProofs: WhatsAppProofs,
  ) {}

  async execute(number: string, at: Date): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const [memberId, another] = await this.proofs.waitingFor(tx, number, at);
      if (!memberId || another) return;
      const member = await this.members.lock(tx, memberId);
      const proof = await this.proofs.inForce(memberId, tx.manager);
      if (!proof || proof.provenAt || proof.number !== number || member?.whatsappNumber !== number) return;
      if (!(await this.proofs.isAnothers(tx, number, memberId)))
        await this.whatsappProofs.settle(tx, proof, 'message', at);
    });
  }
}
