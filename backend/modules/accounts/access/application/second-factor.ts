import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { Config, unseal } from '@calmness/platform/config';
import type { Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { stepOf } from '../domain/one-time-password';
import { isAppCode, recoveryHash } from '../domain/recovery-codes';
import type { TwoFactorEntity } from '../persistence/two-factor.entity';
import { TwoFactorRepository } from '../persistence/two-factor.repository';

/** Checks the codes of an authenticator app, and the recovery codes that stand in for it. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly factors: TwoFactorRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async isEnabled(memberId: Uuid): Promise<boolean> {
    return (await this.factors.find(memberId))?.enabledAt != null;
  }

  /**
   * Uses a code up. One of the app is taken once (RFC 6238 §5.2), so is each recovery code.
   * @throws DomainError accounts.otp-invalid
   */
  async assert(tx: Transaction, memberId: Uuid, code: string): Promise<void> {
    const factor = await this.factors.lock(tx, memberId);
    if (!factor?.enabledAt) throw invalidCode();
    if (!isAppCode(code)) {
      if (await this.factors.useCode(tx, memberId, recoveryHash(code), this.clock.now())) return;
      throw invalidCode();
    }
    await this.factors.noteStep(tx, memberId, this.newStepOf(factor, code));
  }

  /** @throws DomainError accounts.otp-invalid for a code that is wrong or was taken before */
  newStepOf(factor: TwoFactorEntity, code: string): number {
    const secret = unseal(this.config.keys.encryption, factor.memberId, factor.sealedSecret);
    const step = stepOf(secret, code.replaceAll(/\s/g, ''), this.clock.now());
    if (step === undefined || step <= Number(factor.lastStep ?? -1)) throw invalidCode();
    return step;
  }
}

function invalidCode(): DomainError {
  return new DomainError('accounts.otp-invalid', {}, 'invalid', [{ field: 'otp', code: 'invalid' }]);
}
