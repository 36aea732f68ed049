import { Injectable } from '@nestjs/common';
import type { PaymentMethodCode } from '@calmness/contracts';
import { DomainError } from '@calmness/platform/errors';
import { PaymentMethodEntity } from '../persistence/payment-method.entity';
import { PaymentMethodRepository } from '../persistence/payment-method.repository';
import { PlanEntity } from '../persistence/plan.entity';
import { PlanRepository } from '../persistence/plan.repository';

/** What can be bought, and how it can be paid, right now. */
@Injectable()
export class FindOffer {
  constructor(
    private readonly plans: PlanRepository,
    private readonly methods: PaymentMethodRepository,
  ) {}

  /** @throws DomainError billing.plan-not-found, for a withdrawn plan too */
  async plan(code: string): Promise<PlanEntity> {
    const plan = await this.plans.findByCode(code);
    if (!plan?.active) throw new DomainError('billing.plan-not-found', { plan_code: code }, 'not-found');
    return plan;
  }

  /** @throws DomainError billing.payment-method-not-found, billing.payment-method-inactive */
  async method(code: PaymentMethodCode): Promise<PaymentMethodEntity> {
    const method = await this.methods.find(code);
    if (!method) throw new DomainError('billing.payment-method-not-found', { method: code }, 'not-found');
    if (!method.active)
      throw new DomainError('billing.payment-method-inactive', { method: code }, 'conflict');
    return method;
  }
}
