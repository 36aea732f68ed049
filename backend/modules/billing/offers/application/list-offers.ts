import { Injectable } from '@nestjs/common';
import type { PaymentMethodEntity } from '../persistence/payment-method.entity';
import { PaymentMethodRepository } from '../persistence/payment-method.repository';
import type { PlanEntity } from '../persistence/plan.entity';
import { PlanRepository } from '../persistence/plan.repository';

/** Plans and payment methods in the order the academy gave them. */
@Injectable()
export class ListOffers {
  constructor(
    private readonly plans: PlanRepository,
    private readonly methods: PaymentMethodRepository,
  ) {}

  listPlans(scope: 'active' | 'all'): Promise<PlanEntity[]> {
    return this.plans.list(scope === 'active');
  }

  listMethods(scope: 'active' | 'all'): Promise<PaymentMethodEntity[]> {
    return this.methods.list(scope === 'active');
  }
}
