import { Injectable } from '@nestjs/common';
import type { MemberFilter, MemberSort } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { cursorOfPlace, placeOfCursor } from '../domain/member-page';
import { MemberListRepository, type ListedMember } from '../persistence/member-list.repository';

export interface ListMembersQuery {
  filter: MemberFilter;
  sort: MemberSort;
  cursor?: string;
  limit: number;
}
export interface MemberPage {
  members: ListedMember[];
  nextCursor: string | null;
  total: number;
}

/** The staff's list of members. */
@Injectable()
export class ListMembers {
  constructor(
    private readonly list: MemberListRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError request.invalid for a cursor of another list */
  async execute({ filter, sort, cursor, limit }: ListMembersQuery): Promise<MemberPage> {
    const today = this.clock.today();
    const after = placeOfCursor(sort, cursor);
    const [rows, total] = await Promise.all([
      this.list.page({ filter, sort, after, limit, today }),
      this.list.count(filter, today),
    ]);
    const members = rows.slice(0, limit);
    const last = members.at(-1);
    const more = rows.length > limit && last;
    return {
      members,
      total,
      nextCursor: more ? cursorOfPlace(sort, { key: last.place, id: last.id }) : null,
    };
  }

  /** All of them, page by page: for a file. */
  async *all(filter: MemberFilter, sort: MemberSort): AsyncGenerator<ListedMember> {
    let after: { key: string; id: ListedMember['id'] } | undefined;
    for (;;) {
      const rows = await this.list.page({
        filter,
        sort,
        after,
        limit: pageForFile,
        today: this.clock.today(),
      });
      const page = rows.slice(0, pageForFile);
      yield* page;
      const last = page.at(-1);
      if (rows.length <= pageForFile || !last) return;
      after = { key: last.place, id: last.id };
    }
  }
}

const pageForFile = 500;
