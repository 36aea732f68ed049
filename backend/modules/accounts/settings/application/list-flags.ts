import { Injectable } from '@nestjs/common';
import type { FeatureFlagEntity } from '../persistence/feature-flag.entity';
import { FlagRepository } from '../persistence/flag.repository';
import type { PlanFlagEntity } from '../persistence/plan-flag.entity';

/** What the academy has switched, for everybody and by plan. */
@Injectable()
export class ListFlags {
  constructor(private readonly repository: FlagRepository) {}

  async execute(): Promise<{ global: FeatureFlagEntity[]; byPlan: PlanFlagEntity[] }> {
    const [global, byPlan] = await Promise.all([this.repository.listGlobal(), this.repository.listByPlan()]);
    return { global, byPlan };
  }
}
