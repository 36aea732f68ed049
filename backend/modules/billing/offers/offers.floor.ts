import type { Floor } from '../floor';
import { CreatePlan } from './application/create-plan';
import { FindOffer } from './application/find-offer';
import { ListOffers } from './application/list-offers';
import { ManageCoupons } from './application/manage-coupons';
import { UpdatePaymentMethod } from './application/update-payment-method';
import { UpdatePlan } from './application/update-plan';
import { UseCoupon } from './application/use-coupon';
import { CouponEntity } from './persistence/coupon.entity';
import { CouponRepository } from './persistence/coupon.repository';
import { PaymentMethodEntity } from './persistence/payment-method.entity';
import { PaymentMethodRepository } from './persistence/payment-method.repository';
import { PlanEntity } from './persistence/plan.entity';
import { PlanRepository } from './persistence/plan.repository';

export const offersFloor: Floor = {
  entities: [CouponEntity, PaymentMethodEntity, PlanEntity],
  repositories: [CouponRepository, PaymentMethodRepository, PlanRepository],
  useCases: [FindOffer, CreatePlan, ListOffers, ManageCoupons, UpdatePaymentMethod, UpdatePlan, UseCoupon],
  door: [],
};
