import { Injectable } from '@nestjs/common';
import type { Locale, Role } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import type { DocumentVersions } from '../../legal/domain/legal-terms';
import { freshMember } from '../domain/new-member';
import { LegalAcceptanceRepository } from '../../legal/persistence/legal-acceptance.repository';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { RequestVerification } from './request-verification';

export interface OpenAccountCommand {
  email: string;
  passwordHash: string;
  firstName: string;
  lastName: string;
  locale: Locale;
  /** What was accepted, with versions. */
  terms: DocumentVersions;
  roles?: readonly Role[];
  isDemo?: boolean;
}
export interface OpenedAccount {
  memberId: Uuid;
  proofId: Uuid;
}

/** Makes the account of an address that has none, inside the caller's transaction. */
@Injectable()
export class OpenAccount {
  constructor(
    private readonly members: MemberRepository,
    private readonly acceptances: LegalAcceptanceRepository,
    private readonly requestVerification: RequestVerification,
    private readonly clock: Clock,
  ) {}

  /** Undefined when the address has an account; nothing is written then. */
  async execute(tx: Transaction, command: OpenAccountCommand): Promise<OpenedAccount | undefined> {
    const { terms, roles = ['member'], isDemo = false, ...person } = command;
    const memberId = newId();
    const now = this.clock.now();
    const member = freshMember({ ...person, id: memberId, roles: [...roles], isDemo, createdAt: now });
    if (!(await this.members.add(tx, member))) return undefined;
    await this.acceptances.add(
      tx,
      terms.map((document) => ({ id: newId(), memberId, ...document, acceptedAt: now })),
    );
    tx.record('accounts.member-registered', { memberId });
    const proofId = await this.requestVerification.execute(tx, memberId);
    return { memberId, proofId };
  }
}
