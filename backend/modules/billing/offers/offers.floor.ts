import type { Floor } from '../floor';
import { CreatePlan } from './application/create-plan';
import { FindOffer } from './application/find-offer';
import { ListOffers } from './application/list-offers';
import { UpdatePaymentMethod } from './application/update-payment-method';
import { UpdatePlan } from './application/update-plan';
import { PaymentMethodEntity } from './persistence/payment-method.entity';
import { PaymentMethodRepository } from './persistence/payment-method.repository';
import { PlanEntity } from './persistence/plan.entity';
import { PlanRepository } from './persistence/plan.repository';

export const offersFloor: Floor = {
  entities: [PaymentMethodEntity, PlanEntity],
  repositories: [PaymentMethodRepository, PlanRepository],
  useCases: [FindOffer, CreatePlan, ListOffers, UpdatePaymentMethod, UpdatePlan],
  door: [],
};
