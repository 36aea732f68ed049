import { Injectable } from '@nestjs/common';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import type { MemberEntity } from '../../directory/persistence/member.entity';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { PasswordHasher } from './password-hasher';
import { Throttle } from './throttle';

/** Asks for the password again before a sensitive step: a session left open is not its owner. */
@Injectable()
export class ConfirmPassword {
  constructor(
    private readonly members: MemberRepository,
    private readonly hasher: PasswordHasher,
    private readonly throttle: Throttle,
  ) {}

  /**
   * `field` is where the form asked for it.
   * @throws DomainError accounts.password-wrong, accounts.too-many-attempts, accounts.member-not-found
   */
  async execute(memberId: Uuid, password: string, field = 'password'): Promise<MemberEntity> {
    await this.throttle.claim('confirmation', memberId);
    const member = await this.members.find(memberId);
    if (!member) throw new DomainError('accounts.member-not-found', {}, 'not-found');
    if (!(await this.hasher.matches(member.passwordHash, password)))
      throw new DomainError('accounts.password-wrong', {}, 'invalid', [{ field, code: 'invalid' }]);
    await this.throttle.forget('confirmation', memberId);
    return member;
  }
}
