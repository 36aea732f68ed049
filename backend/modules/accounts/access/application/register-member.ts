import { Injectable } from '@nestjs/common';
import type { Locale } from '@calmness/contracts';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { termsVersionOf } from '../../legal/domain/legal-terms';
import { assertStrongPassword } from '../domain/password';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { LegalTexts } from '../../legal/application/legal-texts';
import { OpenAccount } from './open-account';
import { PasswordHasher } from './password-hasher';
import { Throttle } from './throttle';

export interface RegisterMemberCommand {
  email: string;
  password: string;
  firstName: string;
  lastName: string;
  locale: Locale;
  acceptedTermsVersion: string;
  adult: boolean;
  /** Of the network, to count robots; not stored. */
  address: string;
}

/** A stranger joins. A known address gets the same answer at the same cost, and its owner a mail. */
@Injectable()
export class RegisterMember {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly openAccount: OpenAccount,
    private readonly members: MemberRepository,
    private readonly legalTexts: LegalTexts,
    private readonly hasher: PasswordHasher,
    private readonly throttle: Throttle,
  ) {}

  /**
   * @throws DomainError accounts.adult-required (ACC-a11), accounts.terms-outdated when other texts
   * are in force than those accepted (ACC-a12), accounts.password-too-weak, accounts.too-many-attempts
   */
  async execute(command: RegisterMemberCommand): Promise<void> {
    assertAdult(command.adult);
    const terms = await this.legalTexts.termsDocuments();
    if (command.acceptedTermsVersion !== termsVersionOf(terms)) {
      throw new DomainError('accounts.terms-outdated', {}, 'conflict');
    }
    assertStrongPassword(command.password, command.email);
    await this.throttle.claimNetwork(command.address, 'registration');
    const { email, firstName, lastName, locale } = command;
    const passwordHash = await this.hasher.hash(command.password);
    await this.unitOfWork.run(async (tx) => {
      const person = { email, passwordHash, firstName, lastName, locale };
      if (await this.openAccount.execute(tx, { ...person, terms })) return;
      const owner = await this.members.findByEmail(email.trim(), tx.manager);
      if (owner) tx.record('accounts.known-address-registered', { memberId: owner.id });
    });
  }
}

function assertAdult(adult: boolean): void {
  if (adult) return;
  throw new DomainError('accounts.adult-required', {}, 'invalid', [{ field: 'adult', code: 'must_be_true' }]);
}
