import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { MemberEntity } from '../../directory/persistence/member.entity';
import { MemberRepository } from '../../directory/persistence/member.repository';
import type { Client } from '../domain/client';
import type { Grant } from './grant';
import { LoginAttempt } from './login-attempt';
import { OpenSession } from './open-session';
import { PasswordHasher } from './password-hasher';
import { SecondFactor } from './second-factor';

export interface LogInCommand {
  email: string;
  password: string;
  /** Of the authenticator app, or a recovery code. */
  otp: string | undefined;
  client: Client;
}

/** Opens a session. An unverified member may come in: the app asks him to prove his address there. */
@Injectable()
export class LogIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly hasher: PasswordHasher,
    private readonly attempts: LoginAttempt,
    private readonly secondFactor: SecondFactor,
    private readonly openSession: OpenSession,
  ) {}

  /**
   * @throws DomainError accounts.invalid-credentials, the same for an unknown address, at the same cost;
   * accounts.locked, accounts.otp-required, accounts.otp-invalid, accounts.password-reset-required, accounts.too-many-attempts
   */
  async execute({ email, password, otp, client }: LogInCommand): Promise<Grant> {
    const member = await this.members.findByEmail(email.trim());
    const attempt = await this.attempts.claim(email, member?.id, client);
    const right = await this.hasher.matches(member?.passwordHash, password);
    if (!member || !right) throw new DomainError('accounts.invalid-credentials', {}, 'unauthenticated');
    if (member.lockedAt) throw new DomainError('accounts.locked', {}, 'unauthenticated');
    if (member.passwordResetRequired)
      throw new DomainError('accounts.password-reset-required', {}, 'unauthenticated');
    const twoFactor = await this.secondFactor.isEnabled(member.id);
    if (twoFactor && !otp) {
      await this.attempts.refund(attempt);
      throw new DomainError('accounts.otp-required', {}, 'unauthenticated');
    }
    const grant = await this.open(member, client, twoFactor ? otp : undefined);
    await this.attempts.succeed(attempt);
    return grant;
  }

  private open(member: MemberEntity, client: Client, otp: string | undefined): Promise<Grant> {
    return this.unitOfWork.run(async (tx) => {
      if (otp !== undefined) await this.secondFactor.assert(tx, member.id, otp);
      return this.openSession.execute(tx, member, client, otp !== undefined);
    });
  }
}
