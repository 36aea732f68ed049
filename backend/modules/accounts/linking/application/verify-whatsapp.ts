import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { isWhatsAppCode, whatsAppCodeAttempts } from '../domain/whatsapp-code';
import { WhatsAppProofRepository } from '../persistence/whatsapp-proof.repository';
import { WhatsAppProofs } from './whatsapp-proofs';

/** The member typed the code his number was sent: from now on it is his, and he hears there. */
@Injectable()
export class VerifyWhatsApp {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly proofs: WhatsAppProofRepository,
    private readonly whatsappProofs: WhatsAppProofs,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError accounts.whatsapp-code-wrong with `attempts_left`, accounts.whatsapp-code-expired when
   * there is no code, its time is over or it was guessed five times, this one included
   */
  async execute(memberId: Uuid, typed: string): Promise<void> {
    // A wrong guess is counted, so nothing is thrown before its transaction is through.
    const refusal = await this.unitOfWork.run((tx) => this.try(tx, memberId, typed));
    if (refusal) throw refusal;
  }

  private async try(tx: Transaction, memberId: Uuid, typed: string): Promise<DomainError | undefined> {
    const member = await this.members.lock(tx, memberId);
    const proof = await this.proofs.inForce(memberId, tx.manager);
    const now = this.clock.now();
    const waits =
      proof && !proof.provenAt && proof.expiresAt > now && proof.number === member?.whatsappNumber;
    const code = waits ? this.whatsappProofs.codeOf(proof) : undefined;
    if (!waits || code === undefined || proof.attempts >= whatsAppCodeAttempts)
      return new DomainError('accounts.whatsapp-code-expired');
    await this.proofs.countAttempt(tx, proof);
    if (!isWhatsAppCode(typed, code)) return wrong(whatsAppCodeAttempts - proof.attempts - 1);
    await this.whatsappProofs.settle(tx, proof, 'code', now);
    return undefined;
  }
}

/** The last wrong guess says that the code is over: there is nothing left to check. */
function wrong(left: number): DomainError {
  return left > 0
    ? new DomainError('accounts.whatsapp-code-wrong', { attempts_left: left })
    : new DomainError('accounts.whatsapp-code-expired');
}
