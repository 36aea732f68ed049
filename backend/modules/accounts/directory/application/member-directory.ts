import { Injectable } from '@nestjs/common';
import type { Role } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import type { Uuid } from '@calmness/platform/ids';
import { MemberListRepository } from '../persistence/member-list.repository';
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
  constructor(
    private readonly members: MemberRepository,
    private readonly list: MemberListRepository,
    private readonly clock: Clock,
  ) {}

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

  /** Who has an address, in whatever capitals; null for a stranger. Whoever asks must not say which it was. */
  async idOf(email: string): Promise<Uuid | null> {
    return (await this.members.findByEmail(email))?.id ?? null;
  }

  /** Whose name or address holds a text. */
  async matching(text: string, limit: number): Promise<Uuid[]> {
    const rows = await this.list.page({
      ...{ filter: { search: text }, sort: 'name', limit, today: this.clock.today() },
    });
    return rows.map(({ id }) => id);
  }

  async find(memberId: Uuid): Promise<MemberSummary | null> {
    const member = await this.members.find(memberId);
    if (!member) return null;
    const { firstName, lastName, email, isDemo, roles, country, createdAt } = member;
    return { memberId, firstName, lastName, email, isDemo, roles, country, createdAt };
  }
}
