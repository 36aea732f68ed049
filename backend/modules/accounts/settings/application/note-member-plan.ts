import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@calmness/platform/database';
import type { MemberPlanEntity } from '../persistence/member-plan.entity';
import { MemberPlanRepository } from '../persistence/member-plan.repository';

/** Keeps who has which plan, as billing tells it; a fact older than the one known changes nothing. */
@Injectable()
export class NoteMemberPlan {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: MemberPlanRepository,
  ) {}

  async execute(fact: MemberPlanEntity): Promise<void> {
    await this.unitOfWork.run((tx) => this.plans.note(tx, fact));
  }
}
