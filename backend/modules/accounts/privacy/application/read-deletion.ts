import { Injectable } from '@nestjs/common';
import type { ErasureBlocker } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import type { Erasure } from '../domain/erasure';
import { ErasureRepository } from '../persistence/erasure.repository';
import { FindBlockers } from './find-blockers';

/** What a member reads before he asks to be forgotten, and after. */
@Injectable()
export class ReadDeletion {
  constructor(
    private readonly erasures: ErasureRepository,
    private readonly blockers: FindBlockers,
  ) {}

  async execute(memberId: Uuid): Promise<{ scheduled: Erasure | null; blockers: ErasureBlocker[] }> {
    const [scheduled, blockers] = await Promise.all([
      this.erasures.open(memberId),
      this.blockers.execute(memberId),
    ]);
    return { scheduled, blockers };
  }
}
