import { Injectable } from '@nestjs/common';
import type { Role } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { MemberRepository } from '../persistence/member.repository';

export interface MemberName {
  firstName: string;
  lastName: string;
  email: string;
  isDemo: boolean;
}
export interface MemberSummary extends MemberName {
  memberId: Uuid;
  roles: Role[];
  /** ISO 3166-1 alpha-2, as he wrote it into his profile. */
  country: string | null;
  createdAt: Date;
}

/** Who is behind an id. Reads only. */
@Injectable()
export class MemberDirectory {
  constructor(private readonly members: MemberRepository) {}

  /** Unknown ids are left out. */
  async namesOf(memberIds: readonly Uuid[]): Promise<Map<Uuid, MemberName>> {
    const members = await this.members.findAll(memberIds);
    return new Map(
      members.map(({ id, firstName, lastName, email, isDemo }) => [
        id,
        { firstName, lastName, email, isDemo },
      ]),
    );
  }

  async find(memberId: Uuid): Promise<MemberSummary | null> {
    const member = await this.members.find(memberId);
    if (!member) return null;
    const { firstName, lastName, email, isDemo, roles, country, createdAt } = member;
    return { memberId, firstName, lastName, email, isDemo, roles, country, createdAt };
  }
}
