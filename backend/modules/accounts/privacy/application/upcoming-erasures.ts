import { Injectable } from '@nestjs/common';
import type { UpcomingEffect } from '@calmness/contracts';
import { UpcomingEffects } from '@calmness/platform/composition';
import { MemberDirectory } from '../../directory/application/member-directory';
import { ErasureRepository } from '../persistence/erasure.repository';

/** Whose account is to be erased, and who asked for it. */
@Injectable()
export class UpcomingErasures extends UpcomingEffects {
  readonly name = 'accounts';

  constructor(
    private readonly erasures: ErasureRepository,
    private readonly directory: MemberDirectory,
  ) {
    super();
  }

  async read(until: Date, limit: number): Promise<UpcomingEffect[]> {
    const due = await this.erasures.due(until, limit);
    const names = await this.directory.namesOf(due.map(({ memberId }) => memberId));
    return due.flatMap(({ memberId, executeAfter, origin }) => {
      const name = names.get(memberId);
      const who = name && `${name.firstName} ${name.lastName}`;
      return who ? [{ at: executeAfter.toISOString(), kind: 'erasure', who, why: origin }] : [];
    });
  }
}
