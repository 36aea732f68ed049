import { Injectable } from '@nestjs/common';
import { Config, keyedHashes } from '@calmness/platform/config';
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
    private readonly config: Config,
  ) {}

  /** `numberHash`: the number itself is nobody's to keep until it is proven. */
  async execute(numberHash: string, at: Date): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const waiting = await this.proofs.waiting(tx, at);
      const [found, another] = waiting.filter(({ number: one }) => this.hashesOf(one).includes(numberHash));
      if (!found || another) return;
      const { memberId, number } = found;
      const member = await this.members.lock(tx, memberId);
      const proof = await this.proofs.inForce(memberId, tx.manager);
      if (!proof || proof.provenAt || proof.number !== number || member?.whatsappNumber !== number) return;
      if (!(await this.proofs.isAnothers(tx, number, memberId)))
        await this.whatsappProofs.settle(tx, proof, 'message', at);
    });
  }

  private hashesOf(number: string): string[] {
    return keyedHashes(this.config.keys.encryption, `whatsapp:${number}`);
  }
}
