import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import type { PlanEntity } from '../persistence/plan.entity';
import { PlanRepository } from '../persistence/plan.repository';
import { assertDrawable } from '../../invoices/templates/glyphs';
import { KnownVatRates } from '../../invoices/application/known-vat-rates';

export type PlanDetails = Omit<PlanEntity, 'id' | 'version' | 'createdAt'>;

/** Only training is exempt as training (CGI, art. 261-4-4° a). @throws DomainError request.invalid */
export function assertExemptionFits(plan: Pick<PlanDetails, 'supplyKind' | 'trainingExempt'>): void {
  if (!plan.trainingExempt || plan.supplyKind === 'training') return;
  const errors = [{ field: 'training_exempt', code: 'invalid' as const }];
  throw new DomainError('request.invalid', {}, 'invalid', errors);
}

/** The staff adds a plan to the catalogue. */
@Injectable()
export class CreatePlan {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: PlanRepository,
    private readonly rates: KnownVatRates,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError billing.plan-code-taken, billing.glyph-missing, request.invalid for a rate nobody defined */
  async execute({ actorId, ...details }: PlanDetails & { actorId: Uuid }): Promise<PlanEntity> {
    assertExemptionFits(details);
    assertDrawable({ 'name.fr': details.name.fr });
    await this.rates.assertKnown(details.vatRateCode);
    const plan: PlanEntity = { ...details, id: newId(), version: 1, createdAt: this.clock.now() };
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.plans.add(tx, plan)))
        throw new DomainError('billing.plan-code-taken', { code: plan.code }, 'conflict');
      const [objectType, objectId] = ['plan', plan.id];
      const action = 'billing.create-plan';
      tx.audit({ actorId, action, objectType, objectId, before: null, after: { ...details } });
      return plan;
    });
  }
}
