import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { newRecoveryCodes, recoveryHash } from '../domain/recovery-codes';
import { TwoFactorRepository } from '../persistence/two-factor.repository';
import { ConfirmPassword } from './confirm-password';
import { SecondFactor } from './second-factor';

/** Ten new recovery codes; those of before open nothing any more. */
@Injectable()
export class RenewRecoveryCodes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly factors: TwoFactorRepository,
    private readonly confirmPassword: ConfirmPassword,
    private readonly secondFactor: SecondFactor,
  ) {}

  /** @throws DomainError accounts.otp-invalid and what confirming the password throws */
  async execute(memberId: Uuid, proof: { password: string; otp: string }): Promise<string[]> {
    await this.confirmPassword.execute(memberId, proof.password);
    const codes = newRecoveryCodes();
    await this.unitOfWork.run(async (tx) => {
      await this.secondFactor.assert(tx, memberId, proof.otp);
      await this.factors.replaceCodes(tx, memberId, codes.map(recoveryHash));
    });
    return codes;
  }
}
