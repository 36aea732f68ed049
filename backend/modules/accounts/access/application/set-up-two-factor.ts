import { Injectable } from '@nestjs/common';
import { toString as qrCode } from 'qrcode';
import { Clock } from '@calmness/platform/clock';
import { Config, seal } from '@calmness/platform/config';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { newSecret, otpauthUrl } from '../domain/one-time-password';
import { TwoFactorRepository } from '../persistence/two-factor.repository';
import { ConfirmPassword } from './confirm-password';

export interface ProposedSecret {
  secret: string;
  otpauthUrl: string;
  /** A whole `<svg>` element. */
  qrSvg: string;
}

/** Shows a member a secret for his authenticator app. Nothing is asked of him before he gives a code of it. */
@Injectable()
export class SetUpTwoFactor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly factors: TwoFactorRepository,
    private readonly confirmPassword: ConfirmPassword,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError accounts.two-factor-already-enabled and what confirming the password throws */
  async execute(memberId: Uuid, password: string): Promise<ProposedSecret> {
    const member = await this.confirmPassword.execute(memberId, password);
    const secret = newSecret();
    const sealed = seal(this.config.keys.encryption, memberId, secret);
    const proposed = await this.unitOfWork.run((tx) =>
      this.factors.propose(tx, memberId, sealed, this.clock.now()),
    );
    if (!proposed) throw new DomainError('accounts.two-factor-already-enabled', {}, 'conflict');
    const url = otpauthUrl(secret, member.email);
    return { secret, otpauthUrl: url, qrSvg: await qrCode(url, { type: 'svg', margin: 2 }) };
  }
}
