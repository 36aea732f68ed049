import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { TwoFactorRepository } from '../persistence/two-factor.repository';
import { ConfirmPassword } from './confirm-password';
import { SecondFactor } from './second-factor';

/** The member gives his second factor up, with both proofs in hand. */
@Injectable()
export class DisableTwoFactor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly factors: TwoFactorRepository,
    private readonly confirmPassword: ConfirmPassword,
    private readonly secondFactor: SecondFactor,
  ) {}

  /** @throws DomainError accounts.otp-invalid and what confirming the password throws */
  async execute(memberId: Uuid, proof: { password: string; otp: string }): Promise<void> {
    await this.confirmPassword.execute(memberId, proof.password);
    await this.unitOfWork.run(async (tx) => {
      await this.secondFactor.assert(tx, memberId, proof.otp);
      await this.factors.remove(tx, memberId);
      tx.record('accounts.two-factor-changed', { memberId, enabled: false });
    });
  }
}
