import { Injectable } from '@nestjs/common';
import type { Role } from '@calmness/contracts';
import { Config } from '@calmness/platform/config';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { AddressProofRepository } from '../access/persistence/address-proof.repository';
import { MemberRepository } from '../directory/persistence/member.repository';
import { demoProfileOf } from './demo-profile';
import { LegalTexts } from '../legal/application/legal-texts';
import { OpenAccount } from '../access/application/open-account';
import { PasswordHasher } from '../access/application/password-hasher';
import { UpdateProfile } from '../profile/application/update-profile';
import { SecretLinks } from '../access/application/secret-links';
import { VerifyEmail } from '../access/application/verify-email';

export interface DemoPerson {
  email: string;
  firstName: string;
  lastName: string;
  roles: readonly Role[];
}

/** People of the demonstration: verified, complete, marked as demo, made by the real use cases. */
@Injectable()
export class DemoPeople {
  constructor(
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly hasher: PasswordHasher,
    private readonly legalTexts: LegalTexts,
    private readonly members: MemberRepository,
    private readonly proofs: AddressProofRepository,
    private readonly links: SecretLinks,
    private readonly openAccount: OpenAccount,
    private readonly verifyEmail: VerifyEmail,
    private readonly updateProfile: UpdateProfile,
  ) {}

  /**
   * The id of the person, made when the address has no account yet.
   * @throws Error in production, where there is no demo password
   */
  async register(person: DemoPerson): Promise<Uuid> {
    const { demoPassword } = this.config;
    if (demoPassword === undefined) throw new Error('demo people are refused in production');
    const known = await this.members.findByEmail(person.email);
    if (known) return known.id;
    // The demo password comes from the configuration and may be weaker than a member's has to be.
    const passwordHash = await this.hasher.hash(demoPassword);
    const terms = await this.legalTexts.termsDocuments();
    return this.unitOfWork.run(async (tx) => {
      const account = { ...person, passwordHash, terms, locale: 'fr', isDemo: true } as const;
      const opened = await this.openAccount.execute(tx, account);
      if (!opened) throw new Error(`${person.email} was registered by somebody else just now`);
      await this.prove(tx, opened.proofId);
      const changes = demoProfileOf(person);
      await this.updateProfile.execute({ memberId: opened.memberId, version: 1, changes });
      return opened.memberId;
    });
  }

  private async prove(tx: Transaction, proofId: Uuid): Promise<void> {
    const proof = await this.proofs.find(proofId, tx.manager);
    const token = proof && this.links.tokenOf(proof);
    if (!token) throw new Error('A link just made cannot be derived again');
    await this.verifyEmail.execute(token);
  }
}
