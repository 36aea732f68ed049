import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { assertStrongPassword } from '../domain/password';
import { ChoosePassword } from './choose-password';
import { PasswordHasher } from './password-hasher';
import { invalidLink, SecretLinks } from './secret-links';

/** A new password through the link of a mail, asked for or sent with an invitation; it proves the address as well. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly links: SecretLinks,
    private readonly hasher: PasswordHasher,
    private readonly choosePassword: ChoosePassword,
    private readonly clock: Clock,
  ) {}

  /**
   * Every session ends; the link works once.
   * @throws DomainError accounts.link-invalid, accounts.password-too-weak (the link still works then)
   */
  async execute(token: string, password: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const proof = await this.links.genuine(tx, token, ['reset-password', 'accept-invitation']);
      const member = proof && (await this.members.lock(tx, proof.memberId));
      if (!proof || !member) throw invalidLink();
      await this.links.use(tx, proof);
      assertStrongPassword(password, member.email);
      await this.choosePassword.execute(tx, member.id, await this.hasher.hash(password));
      if (member.emailVerifiedAt) return;
      await this.members.update(tx, member.id, { emailVerifiedAt: this.clock.now() });
      tx.record('accounts.email-verified', { memberId: member.id });
    });
  }
}
