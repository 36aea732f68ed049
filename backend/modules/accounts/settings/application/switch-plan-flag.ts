import { Injectable } from '@nestjs/common';
import type { PlanFlag } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { FlagRepository } from '../persistence/flag.repository';

export interface SwitchPlanFlagCommand {
  actorId: Uuid;
  planId: Uuid;
  flag: PlanFlag;
  isOn: boolean;
  /** The version the admin was looking at; zero for the first switch. */
  version: number;
}

/** An admin switches a feature for the members of one plan. */
@Injectable()
export class SwitchPlanFlag {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly flags: FlagRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError request.conflict when another admin switched it in between */
  async execute({ actorId, planId, flag, isOn, version }: SwitchPlanFlagCommand): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const row = { planId, flag, isOn, updatedAt: this.clock.now(), updatedBy: actorId };
      const before = await this.flags.savePlan(tx, row, version);
      tx.audit({
        ...{ actorId, action: 'accounts.switch-plan-flag', objectType: 'plan-flag' },
        objectId: `${planId}/${flag}`,
        before: before && { on: before.isOn },
        after: { on: isOn },
      });
    });
  }
}
