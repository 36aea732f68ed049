import { Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { freshMember } from '../domain/new-member';
import { assertStrongPassword } from '../domain/password';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { PasswordHasher } from './password-hasher';

export interface CreateAdminCommand {
  email: string;
  firstName: string;
  lastName: string;
  password: string;
}

/** The first administrator of an installation, made at the terminal; whoever types vouches for the address. */
@Injectable()
export class CreateAdmin {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly hasher: PasswordHasher,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError accounts.password-too-weak, request.invalid for an address that is none
   * @throws Error when the address has an account: its owner did not ask to become an administrator
   */
  async execute({ email, firstName, lastName, password }: CreateAdminCommand): Promise<Uuid> {
    if (!isEmail(email.trim())) {
      throw new DomainError('request.invalid', {}, 'invalid', [{ field: 'email', code: 'email' }]);
    }
    assertStrongPassword(password, email.trim());
    const passwordHash = await this.hasher.hash(password);
    const memberId = newId();
    const now = this.clock.now();
    const person = { id: memberId, email, passwordHash, firstName, lastName, createdAt: now };
    const admin = {
      ...freshMember({ ...person, locale: 'fr', roles: ['member', 'admin'], isDemo: false }),
      emailVerifiedAt: now,
    };
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.members.add(tx, admin))) throw new Error(`${email} has an account already`);
      tx.audit({
        actorId: memberId,
        action: 'accounts.create-admin',
        objectType: 'accounts.member',
        objectId: memberId,
        before: null,
        after: { roles: admin.roles },
      });
      tx.record('accounts.member-registered', { memberId });
      tx.record('accounts.email-verified', { memberId });
    });
    return memberId;
  }
}
