import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@calmness/events';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { PlanRepository } from '../../offers/persistence/plan.repository';
import { hashOfCode, hintOf, newAccessCode } from '../domain/access-code';
import { AccessCodeRepository, type AccessCodeWithPlan } from '../persistence/access-code.repository';

export interface MakeCodesCommand {
  staffId: Uuid;
  planCode: string;
  months: number;
  /** Last day they may be used. */
  expiresOn: IsoDate;
  label: string;
  count: number;
}

/** The staff prepares codes for a sale outside the house. They are shown once; only hashes are kept. */
@Injectable()
export class MakeAccessCodes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: PlanRepository,
    private readonly codes: AccessCodeRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError billing.plan-not-found */
  async execute(command: MakeCodesCommand): Promise<string[]> {
    const { staffId, planCode, months, expiresOn, label, count } = command;
    const plan = await this.plans.findByCode(planCode);
    if (!plan) throw new DomainError('billing.plan-not-found', { plan_code: planCode }, 'not-found');
    const made = Array.from({ length: count }, newAccessCode);
    return this.unitOfWork.run(async (tx) => {
      for (const code of made)
        await this.codes.add(tx, {
          ...{ id: newId(), codeHash: hashOfCode(code), hint: hintOf(code), planId: plan.id },
          ...{ months, expiresOn, label, createdBy: staffId, createdAt: this.clock.now() },
          ...{ redeemedBy: null, redeemedAt: null, subscriptionId: null },
        });
      tx.audit({
        ...{ actorId: staffId, action: 'billing.make-access-codes', objectType: 'plan', objectId: plan.id },
        ...{ before: null, after: { months, expiresOn, label, count } },
      });
      return made;
    });
  }

  /** Newest first. */
  list(limit: number): Promise<AccessCodeWithPlan[]> {
    return this.codes.list(limit);
  }
}
