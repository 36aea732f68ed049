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
import { nextPeriod, type NextPeriod } from '../../subscriptions/domain/subscription';
import { SubscriptionRepository } from '../../subscriptions/persistence/subscription.repository';
import { PriceOrder } from './price-order';

export interface OrderSummary {
  plan: PlanEntity;
  issuer: IssuerEntity;
  buyer: BuyerSnapshot;
  totals: InvoiceTotals;
  treatment: VatTreatment;
  period: NextPeriod;
  cgvVersion: string;
}

/** The récapitulatif a consumer reads before he orders (arrêté 83-50/A, C. conso. L. 221-14). */
@Injectable()
export class SummariseOrder {
  constructor(
    private readonly offers: FindOffer,
    private readonly readIssuer: ReadIssuer,
    private readonly buyers: Buyers,
    private readonly priceOrder: PriceOrder,
    private readonly subscriptions: SubscriptionRepository,
    private readonly legalTexts: LegalTexts,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError billing.plan-not-found, billing.issuer-missing, billing.country-required and what pricing throws */
  async execute(memberId: Uuid, planCode: string): Promise<OrderSummary> {
    const plan = await this.offers.plan(planCode);
    const issuer = await this.readIssuer.execute();
    const today = this.clock.today();
    const { buyer } = await this.buyers.of(memberId);
    const { totals } = await this.priceOrder.execute(plan, buyer, today);
    const latest = await this.subscriptions.latest(memberId, plan.planGroup);
    const purchase = { planCode: plan.code, durationMonths: plan.durationMonths };
    const period = nextPeriod(latest, purchase, today);
    const cgvVersion = await this.legalTexts.currentVersion('cgv');
    const { supplyKind, trainingExempt } = plan;
    const treatment = treatmentOf({ issuer: snapshotOf(issuer), buyer, supplyKind, trainingExempt });
    return { plan, issuer, buyer, totals, treatment, period, cgvVersion };
  }
}
