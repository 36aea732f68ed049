import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { KnownVatRates } from '../../invoices/application/known-vat-rates';
import { assertDrawable } from '../../invoices/templates/glyphs';
import type { PlanEntity } from '../persistence/plan.entity';
import { PlanRepository } from '../persistence/plan.repository';
import { assertExemptionFits, type PlanDetails } from './create-plan';

export interface UpdatePlanCommand {
  actorId: Uuid;
  planId: Uuid;
  /** The version the admin was looking at. */
  version: number;
  changes: Partial<Omit<PlanDetails, 'code'>>;
}

/** The staff changes a plan. Payments already declared keep the copy they made. */
@Injectable()
export class UpdatePlan {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: PlanRepository,
    private readonly rates: KnownVatRates,
  ) {}

  /** @throws DomainError billing.plan-not-found, billing.glyph-missing, billing.version-conflict */
  async execute({ actorId, planId, version, changes }: UpdatePlanCommand): Promise<PlanEntity> {
    if (changes.vatRateCode !== undefined) await this.rates.assertKnown(changes.vatRateCode);
    assertDrawable({ 'name.fr': changes.name?.fr });
    return this.unitOfWork.run(async (tx) => {
      const plan = await this.plans.lock(tx, planId);
      if (!plan) throw new DomainError('billing.plan-not-found', {}, 'not-found');
      if (plan.version !== version)
        throw new DomainError('billing.version-conflict', { version: plan.version }, 'conflict');
      const next = { ...plan, ...changes, version: version + 1 };
      assertExemptionFits(next);
      await this.plans.update(tx, planId, { ...changes, version: next.version });
      const before = Object.fromEntries(Object.entries(plan).filter(([key]) => key in changes));
      const [objectType, action] = ['plan', 'billing.update-plan'];
      tx.audit({ actorId, action, objectType, objectId: planId, before, after: { ...changes } });
      return next;
    });
  }
}
