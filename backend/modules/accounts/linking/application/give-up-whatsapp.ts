import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { WhatsAppProofs } from './whatsapp-proofs';

/** A member wants no more messages on WhatsApp. The number stays in his profile, unproven. */
@Injectable()
export class GiveUpWhatsApp {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly whatsappProofs: WhatsAppProofs,
    private readonly clock: Clock,
  ) {}

  async execute(memberId: Uuid): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.members.lock(tx, memberId);
      await this.whatsappProofs.end(tx, memberId, this.clock.now());
    });
  }
}
