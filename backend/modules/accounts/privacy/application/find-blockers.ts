import { Injectable } from '@nestjs/common';
import type { ErasureBlocker } from '@calmness/contracts';
import { PersonalDataSources } from '@calmness/platform/composition';
import type { Uuid } from '@calmness/platform/ids';

/** What stands between a member and his erasure, from every domain. */
@Injectable()
export class FindBlockers {
  constructor(private readonly sources: PersonalDataSources) {}

  /** One domain that cannot answer stops the question: nobody is erased on half an answer. */
  async execute(memberId: Uuid): Promise<ErasureBlocker[]> {
    const found = await Promise.all(this.sources.all.map((source) => source.blockers(memberId)));
    return found.flat();
  }
}
