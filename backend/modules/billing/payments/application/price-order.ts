import type { PriceMode } from '@calmness/contracts';
import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@calmness/events';
import { DecideVat, type VatParties } from '../../invoices/application/decide-vat';
import { ReadIssuer } from '../../invoices/application/read-issuer';
import type { BuyerSnapshot } from '../../invoices/domain/buyer';
import type { OrderedLine } from '../../invoices/domain/order';
import { snapshotOf } from '../../invoices/domain/issuer';
import { taxOf, totalsOf, type InvoiceTotals } from '../../invoices/domain/totals';
import { ReferenceRows } from '../../invoices/persistence/reference-rows.repository';
import type { PlanEntity } from '../../offers/persistence/plan.entity';
import { applyDiscounts, type AppliedDiscount, type Discount } from '../domain/discount';

/** What a member would order, priced for who he is. */
export interface PricedOrder {
  lines: OrderedLine[];
  priceMode: PriceMode;
  totals: InvoiceTotals;
  discounts: AppliedDiscount[];
}

/** A seller nobody wrote down yet is taken for an ordinary one; validating asks for the real one. */
const unknownSeller = { vatRegime: 'normal' } as VatParties['issuer'];

/**
 * Prices a plan for a buyer. A consumer pays the price shown, all taxes included, whatever his country's
 * rate; whoever owes no French VAT pays the price before it.
 */
@Injectable()
export class PriceOrder {
  constructor(
    private readonly readIssuer: ReadIssuer,
    private readonly decideVat: DecideVat,
    private readonly rows: ReferenceRows,
  ) {}

  /** @throws DomainError billing.coupon-covers-all and what deciding the VAT throws */
  async execute(
    plan: PlanEntity,
    buyer: BuyerSnapshot,
    on: IsoDate,
    discounts: readonly Discount[] = [],
  ): Promise<PricedOrder> {
    const issuer = await this.readIssuer.find();
    const parties = { issuer: issuer ? snapshotOf(issuer) : unknownSeller, buyer, on };
    const { line, applied } = applyDiscounts(lineOf(plan), discounts);
    const [taxed] = await this.decideVat.execute([line], parties);
    const untaxed = taxed !== undefined && ['AE', 'O', 'G'].includes(taxed.vat.category);
    if (!untaxed || plan.priceMode === 'HT') return this.price([line], plan.priceMode, parties, applied);
    const rate = await this.rows.rateOn(plan.vatRateCode, on);
    const netOf = (cents: number): number => taxOf(cents, rate, 'TTC').baseCents;
    const untaxedLine = {
      ...line,
      ...{ unitPriceCents: netOf(plan.priceCents), discountCents: netOf(line.discountCents) },
    };
    const lessTax = applied.map((one) => ({ ...one, amountCents: netOf(one.amountCents) }));
    return this.price([untaxedLine], 'HT', parties, lessTax);
  }

  private async price(
    lines: OrderedLine[],
    priceMode: PriceMode,
    parties: VatParties,
    discounts: AppliedDiscount[],
  ): Promise<PricedOrder> {
    const taxed = await this.decideVat.execute(lines, parties);
    return { lines, priceMode, totals: totalsOf(taxed, priceMode), discounts };
  }
}

function lineOf({
  name,
  durationMonths,
  priceCents,
  vatRateCode,
  supplyKind,
  trainingExempt,
}: PlanEntity): OrderedLine {
  return {
    label: `${name.fr}, ${durationMonths}\u00A0mois`,
    detail: null,
    quantityMilli: 1_000,
    unitPriceCents: priceCents,
    ...{ discountCents: 0, discountReason: null },
    ...{ supplyKind, vatRateCode, trainingExempt },
  };
}
