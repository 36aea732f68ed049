import { Injectable } from '@nestjs/common';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { eligibilityOf, type Eligibility } from '../domain/eligibility';
import { MemberRepository } from '../../directory/persistence/member.repository';

/** The right to pay, computed from the member's row as it is now, never from a stored flag. */
@Injectable()
export class PaymentEligibility {
  constructor(private readonly members: MemberRepository) {}

  /** @throws DomainError accounts.member-not-found */
  async of(memberId: Uuid): Promise<Eligibility> {
    const member = await this.members.find(memberId);
    if (!member) throw new DomainError('accounts.member-not-found', {}, 'not-found');
    return eligibilityOf(member);
  }
}
