import { Injectable } from '@nestjs/common';
import type { Role } from '@calmness/contracts';
import { Config } from '@calmness/platform/config';
import type { Uuid } from '@calmness/platform/ids';
import { needsTwoFactor } from '../domain/compulsory-factor';
import { TwoFactorRepository } from '../persistence/two-factor.repository';
import { SecondFactor } from './second-factor';

/** How a member's second factor stands. */
@Injectable()
export class ReadTwoFactor {
  constructor(
    private readonly secondFactor: SecondFactor,
    private readonly factors: TwoFactorRepository,
    private readonly config: Config,
  ) {}

  async execute(memberId: Uuid, roles: readonly Role[]) {
    return {
      enabled: await this.secondFactor.isEnabled(memberId),
      compulsory: needsTwoFactor(roles, this.config.isProduction),
      recoveryCodesLeft: await this.factors.codesLeft(memberId),
    };
  }
}
