import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { AddressProofRepository } from '../persistence/address-proof.repository';
import { SessionRepository } from '../persistence/session.repository';

/** Puts a new password in place. Whoever came in with the old one is out, and every reset link is spent. */
@Injectable()
export class ChoosePassword {
  constructor(
    private readonly members: MemberRepository,
    private readonly proofs: AddressProofRepository,
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  /** Inside the caller's transaction; `keptSessionId` stays open. */
  async execute(tx: Transaction, memberId: Uuid, passwordHash: string, keptSessionId?: Uuid): Promise<void> {
    const now = this.clock.now();
    await this.members.update(tx, memberId, { passwordHash, passwordResetRequired: false });
    await this.proofs.withdraw(tx, memberId, 'reset-password', now);
    await this.sessions.revokeAll(tx, memberId, 'password-changed', now, keptSessionId);
    tx.record('accounts.password-changed', { memberId });
  }
}
