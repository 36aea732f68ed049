import { Injectable } from '@nestjs/common';
import { LegalTexts } from '@calmness/accounts';
import { Clock } from '@calmness/platform/clock';
import type { Uuid } from '@calmness/platform/ids';
import { ReadIssuer } from '../../invoices/application/read-issuer';
import type { BuyerSnapshot } from '../../invoices/domain/buyer';
import { snapshotOf } from '../../invoices/domain/issuer';
import type { InvoiceTotals } from '../../invoices/domain/totals';
import { treatmentOf, type VatTreatment } from '../../invoices/domain/vat-treatment';
import type { IssuerEntity } from '../../invoices/persistence/issuer.entity';
import { FindOffer } from '../../offers/application/find-offer';
import type { PlanEntity } from '../../offers/persistence/plan.entity';
import { Buyers } from '../../profiles/application/buyers';
import type { NextPeriod } from '../../subscriptions/domain/subscription';
import { SubscriptionRepository } from '../../subscriptions/persistence/subscription.repository';
import type { AppliedDiscount } from '../domain/discount';
import { periodOf } from '../domain/payment-period';
import { DiscountOrder, type OrderWishes } from './discount-order';
import type { Upgrade } from './find-upgrade';
import { PriceOrder } from './price-order';

export interface OrderSummary {
  plan: PlanEntity;
  issuer: IssuerEntity;
  buyer: BuyerSnapshot;
  totals: InvoiceTotals;
  treatment: VatTreatment;
  period: NextPeriod;
  cgvVersion: string;
  discounts: AppliedDiscount[];
  upgrade: Upgrade | null;
}
export interface SummaryWishes extends OrderWishes {
  /** The consumer asks for access before his fourteen days are over. */
  earlyStart?: boolean;
}

/** The récapitulatif a consumer reads before he orders (arrêté 83-50/A, C. conso. L. 221-14). */
@Injectable()
export class SummariseOrder {
  constructor(
    private readonly offers: FindOffer,
    private readonly readIssuer: ReadIssuer,
    private readonly buyers: Buyers,
    private readonly discountOrder: DiscountOrder,
    private readonly priceOrder: PriceOrder,
    private readonly subscriptions: SubscriptionRepository,
    private readonly legalTexts: LegalTexts,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError billing.plan-not-found, billing.issuer-missing, billing.country-required and what pricing throws */
  async execute(memberId: Uuid, planCode: string, wishes: SummaryWishes = {}): Promise<OrderSummary> {
    const plan = await this.offers.plan(planCode);
    const issuer = await this.readIssuer.execute();
    const today = this.clock.today();
    const { buyer } = await this.buyers.of(memberId);
    const wished = await this.discountOrder.execute(memberId, plan, wishes);
    const { totals, discounts } = await this.priceOrder.execute(plan, buyer, today, wished.discounts);
    const latest = await this.subscriptions.latest(memberId, plan.planGroup);
    const period = periodOf({ ...plan, ...this.asked(wishes), ...wished, planCode, buyer }, latest, today);
    const cgvVersion = await this.legalTexts.currentVersion('cgv');
    const { supplyKind, trainingExempt } = plan;
    const treatment = treatmentOf({ issuer: snapshotOf(issuer), buyer, supplyKind, trainingExempt });
    const { upgrade } = wished;
    return { plan, issuer, buyer, totals, treatment, period, cgvVersion, discounts, upgrade };
  }

  /** As if it were ordered now. */
  private asked({ earlyStart }: SummaryWishes) {
    const declaredAt = this.clock.now();
    const earlyStartConsentAt = earlyStart ? declaredAt : null;
    return { declaredAt, earlyStartAsked: earlyStart !== undefined, earlyStartConsentAt };
  }
}
