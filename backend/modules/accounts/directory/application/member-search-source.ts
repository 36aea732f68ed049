import { Injectable } from '@nestjs/common';
import type { SearchHit } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { SearchSource } from '@calmness/platform/composition';
import { MemberListRepository } from '../persistence/member-list.repository';

/** Members by a part of their name or address, for the staff's palette. */
@Injectable()
export class MemberSearchSource extends SearchSource {
  readonly name = 'accounts';
  readonly permission = 'accounts.members-read';

  constructor(
    private readonly list: MemberListRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async search(text: string, limit: number): Promise<SearchHit[]> {
    const rows = await this.list.page({
      filter: { search: text },
      sort: 'name',
      limit,
      today: this.clock.today(),
    });
    return rows.slice(0, limit).map(({ id, firstName, lastName, email }) => ({
      kind: 'member',
      title: `${firstName} ${lastName}`,
      detail: email,
      url: `/admin/members/${id}`,
    }));
  }
}
