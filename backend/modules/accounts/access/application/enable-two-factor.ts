import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { newRecoveryCodes, recoveryHash } from '../domain/recovery-codes';
import { SessionRepository } from '../persistence/session.repository';
import { TwoFactorRepository } from '../persistence/two-factor.repository';
import { SecondFactor } from './second-factor';
import { Throttle } from './throttle';

/** The member's app gave its first code: from now on every login asks for one. */
@Injectable()
export class EnableTwoFactor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly factors: TwoFactorRepository,
    private readonly sessions: SessionRepository,
    private readonly secondFactor: SecondFactor,
    private readonly throttle: Throttle,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers ten recovery codes, once. The session it is done in counts as proven.
   * @throws DomainError accounts.otp-invalid, accounts.two-factor-already-enabled, accounts.too-many-attempts
   */
  async execute(memberId: Uuid, sessionId: Uuid, code: string): Promise<string[]> {
    await this.throttle.claim('confirmation', memberId);
    const codes = newRecoveryCodes();
    await this.unitOfWork.run(async (tx) => {
      const factor = await this.factors.lock(tx, memberId);
      if (factor?.enabledAt) throw new DomainError('accounts.two-factor-already-enabled', {}, 'conflict');
      if (!factor) throw new DomainError('accounts.otp-invalid');
      const step = this.secondFactor.newStepOf(factor, code);
      await this.factors.enable(tx, memberId, step, this.clock.now());
      await this.factors.replaceCodes(tx, memberId, codes.map(recoveryHash));
      await this.sessions.markTwoFactor(tx, sessionId);
      tx.record('accounts.two-factor-changed', { memberId, enabled: true });
    });
    await this.throttle.forget('confirmation', memberId);
    return codes;
  }
}
