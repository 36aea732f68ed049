import { Injectable } from '@nestjs/common';
import { LegalTexts } from '@calmness/accounts';
import { Clock } from '@calmness/platform/clock';
import type { Uuid } from '@calmness/platform/ids';
import { ComposeInvoice } from '../../invoices/application/compose-invoice';
import { ReadIssuer } from '../../invoices/application/read-issuer';
import { totalsOf, type InvoiceTotals } from '../../invoices/domain/totals';
import type { IssuerEntity } from '../../invoices/persistence/issuer.entity';
import { FindOffer } from '../../offers/application/find-offer';
import type { PlanEntity } from '../../offers/persistence/plan.entity';
import { nextPeriod, type NextPeriod } from '../../subscriptions/domain/subscription';
import { SubscriptionRepository } from '../../subscriptions/persistence/subscription.repository';

export interface OrderSummary {
  plan: PlanEntity;
  issuer: IssuerEntity;
  totals: InvoiceTotals;
  rateBp: number | null;
  period: NextPeriod;
  cgvVersion: string;
}

/** The récapitulatif a consumer reads before he orders (arrêté 83-50/A, C. conso. L. 221-14). */
@Injectable()
export class SummariseOrder {
  constructor(
    private readonly offers: FindOffer,
    private readonly readIssuer: ReadIssuer,
    private readonly compose: ComposeInvoice,
    private readonly subscriptions: SubscriptionRepository,
    private readonly legalTexts: LegalTexts,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError billing.plan-not-found, billing.issuer-missing, billing.rate-not-valid-on-date */
  async execute(memberId: Uuid, planCode: string): Promise<OrderSummary> {
    const plan = await this.offers.plan(planCode);
    const issuer = await this.readIssuer.execute();
    const today = this.clock.today();
    const rateBp = await this.compose.rateOf(plan.vatRateCode, issuer, today);
    const label = plan.name.fr;
    const totals = totalsOf([{ label, detail: null, quantity: 1, unitGrossCents: plan.priceCents, rateBp }]);
    const latest = await this.subscriptions.latest(memberId, plan.planGroup);
    const purchase = { planCode: plan.code, durationMonths: plan.durationMonths };
    const period = nextPeriod(latest, purchase, today);
    return { plan, issuer, totals, rateBp, period, cgvVersion: await this.legalTexts.currentVersion('cgv') };
  }
}
