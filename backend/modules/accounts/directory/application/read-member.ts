import { Injectable } from '@nestjs/common';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import type { MemberEntity } from '../persistence/member.entity';
import { MemberRepository } from '../persistence/member.repository';

/** The member who asks. */
@Injectable()
export class ReadMember {
  constructor(private readonly members: MemberRepository) {}

  /** @throws DomainError request.unauthenticated when the account of the token is gone */
  async execute(memberId: Uuid): Promise<MemberEntity> {
    const member = await this.members.find(memberId);
    if (!member) throw new DomainError('request.unauthenticated', {}, 'unauthenticated');
    return member;
  }
}
