import { Injectable } from '@nestjs/common';
import { LegalTexts, PaymentEligibility } from '@calmness/accounts';
import type { PaymentMethodCode } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { FindOffer } from '../../offers/application/find-offer';
import { UseCoupon } from '../../offers/application/use-coupon';
import type { PlanEntity } from '../../offers/persistence/plan.entity';
import { Buyers } from '../../profiles/application/buyers';
import { newReference } from '../domain/reference';
import { normaliseTransactionNumber } from '../domain/transaction-number';
import { PaymentEntity } from '../persistence/payment.entity';
import { PaymentRepository } from '../persistence/payment.repository';
import { assertForSale, assertUpgradeStarts, consentsOf } from '../domain/consents';
import { earliestOf } from '../domain/early-start';
import { DiscountOrder, type OrderWishes } from './discount-order';
import { PriceOrder } from './price-order';

export interface DeclarePaymentCommand extends OrderWishes {
  memberId: Uuid;
  planCode: string;
  method: PaymentMethodCode;
  /** The number the member already has, as typed. */
  transactionNumber?: string;
  /** The same key of the same member gives the same payment. */
  idempotencyKey?: string;
  /** The version of the terms whose box was ticked. */
  termsVersion?: string;
  /** Whether the consumer asks for access before his fourteen days are over; undefined when he was not asked. */
  earlyStart?: boolean;
}

/** References are random; a collision is refused by the database and another one is drawn. */
const drawings = 5;

/** A member says he pays for a plan: the price, the rate and the terms are copied as he saw them. */
@Injectable()
export class DeclarePayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly eligibility: PaymentEligibility,
    private readonly legalTexts: LegalTexts,
    private readonly offers: FindOffer,
    private readonly buyers: Buyers,
    private readonly discountOrder: DiscountOrder,
    private readonly coupons: UseCoupon,
    private readonly priceOrder: PriceOrder,
    private readonly payments: PaymentRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError billing.profile-incomplete, billing.country-required, billing.plan-not-found,
   * billing.payment-method-{not-found,inactive}, billing.payment-already-pending,
   * billing.transaction-number-malformed, billing.terms-changed, billing.plan-not-for-sale and what discounts and
   * pricing throw
   */
  async execute(command: DeclarePaymentCommand): Promise<PaymentEntity> {
    const repeated = await this.findRepeated(command);
    if (repeated) return repeated;
    await this.assertEligible(command.memberId);
    const plan = await this.offers.plan(command.planCode);
    assertForSale(plan);
    await this.offers.method(command.method);
    const draft = await this.draft(command, plan);
    for (let drawing = 0; drawing < drawings; drawing += 1) {
      const payment = { ...draft, id: newId(), reference: newReference() };
      if (await this.add(payment)) return payment;
      const same = await this.findRepeated(command);
      if (same) return same;
      await this.assertNoneOpen(command.memberId, plan.id);
    }
    throw new Error('No free reference was drawn');
  }

  private findRepeated({ memberId, idempotencyKey }: DeclarePaymentCommand): Promise<PaymentEntity | null> {
    if (idempotencyKey === undefined) return Promise.resolve(null);
    return this.payments.findByIdempotencyKey(memberId, idempotencyKey);
  }

  private async assertEligible(memberId: Uuid): Promise<void> {
    const { canMakePayment, missingFields } = await this.eligibility.of(memberId);
    if (!canMakePayment)
      throw new DomainError('billing.profile-incomplete', { missing_fields: missingFields }, 'conflict');
  }

  private async assertNoneOpen(memberId: Uuid, planId: Uuid): Promise<void> {
    const open = await this.payments.findOpen(memberId, planId);
    if (open)
      throw new DomainError(
        'billing.payment-already-pending',
        { payment_id: open.id, reference: open.reference },
        'conflict',
      );
  }

  private async draft(
    command: DeclarePaymentCommand,
    plan: PlanEntity,
  ): Promise<Omit<PaymentEntity, 'id' | 'reference'>> {
    const { memberId, method, transactionNumber, idempotencyKey } = command;
    const { buyer, purchaseOrder } = await this.buyers.of(memberId);
    const wished = await this.discountOrder.execute(memberId, plan, command);
    const { couponId, replacesSubscriptionId, discounts } = wished;
    const today = this.clock.today();
    const { lines, priceMode, totals } = await this.priceOrder.execute(plan, buyer, today, discounts);
    const cgvVersion = await this.legalTexts.currentVersion('cgv');
    const consents = consentsOf(command, cgvVersion, this.clock.now());
    assertUpgradeStarts(
      replacesSubscriptionId,
      earliestOf({ ...consents, buyer, declaredAt: this.clock.now() }),
    );
    return {
      ...{ memberId, method, status: 'pending', currency: 'EUR' },
      ...{ planId: plan.id, planCode: plan.code, planGroup: plan.planGroup, planName: plan.name },
      durationMonths: plan.durationMonths,
      amountCents: totals.totalCents,
      ...{ buyer, purchaseOrder, priceMode, orderLines: lines },
      vatRateCode: plan.vatRateCode,
      vatRateBp: totals.vat[0]?.rateBp ?? null,
      ...{ cgvVersion, ...consents, couponId, replacesSubscriptionId },
      idempotencyKey: idempotencyKey ?? null,
      declaredNumber: transactionNumber?.trim() ? normaliseTransactionNumber(transactionNumber) : null,
      declaredAt: this.clock.now(),
      ...{ transactionNumber: null, overrideSeq: 0, overrideReason: null, receivedOn: null },
      ...{ decidedAt: null, decidedBy: null, rejectReason: null },
      ...{ subscriptionId: null, startsOn: null, endsOn: null },
    };
  }

  private add(payment: PaymentEntity): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const { couponId, planCode } = payment;
      if (couponId) await this.coupons.claim(tx, couponId, planCode, payment.memberId);
      if (!(await this.payments.add(tx, payment))) return false;
      const { id: paymentId, memberId, planId, amountCents } = payment;
      tx.record('billing.payment-declared', { paymentId, memberId, planId, amountCents });
      return true;
    });
  }
}
