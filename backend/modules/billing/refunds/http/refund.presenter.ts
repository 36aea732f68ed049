import { Injectable } from '@nestjs/common';
import { MemberDirectory } from '@calmness/accounts';
import type { RefundableView, RefundView } from '@calmness/contracts';
import type { Identity } from '@calmness/platform/auth';
import { fullName } from '../../payments/application/order-of-payment';
import { ReadRefunds, type Refundable } from '../application/read-refunds';
import type { RefundEntity } from '../persistence/refund.entity';

/** Refunds with the names of the people in them. */
@Injectable()
export class RefundPresenter {
  constructor(
    private readonly readRefunds: ReadRefunds,
    private readonly members: MemberDirectory,
  ) {}

  async all(refunds: readonly RefundEntity[], reader: Reader): Promise<RefundView[]> {
    const payments = await this.readRefunds.paymentsOf(refunds);
    const people = [...payments.values()].map(({ memberId }) => memberId);
    const names = await this.members.namesOf([...people, ...refunds.map(({ requestedBy }) => requestedBy)]);
    return refunds.map((refund) => {
      const payment = payments.get(refund.paymentId);
      return {
        ...present(refund),
        reference: payment?.reference ?? '',
        member_name: fullName(payment && names.get(payment.memberId)),
        requested_by_name: fullName(names.get(refund.requestedBy)),
        available_actions: actionsOf(refund, reader),
      };
    });
  }

  async one(refund: RefundEntity, reader: Reader): Promise<RefundView> {
    const [view] = await this.all([refund], reader);
    if (!view) throw new Error('One refund gives one view');
    return view;
  }

  async refundable(refundable: Refundable, reader: Reader): Promise<RefundableView> {
    return {
      lines: refundable.lines.map(({ position, label, leftCents }) => ({
        ...{ position, label, left_cents: leftCents },
      })),
      price_mode: refundable.priceMode,
      refunds: await this.all(refundable.refunds, reader),
      access_ends_on: refundable.accessEndsOn,
      subscription_ends_on: refundable.subscriptionEndsOn,
      four_eyes: refundable.fourEyes,
    };
  }
}

export type Reader = Pick<Identity, 'memberId'> & { mayRefund: boolean };

function actionsOf(refund: RefundEntity, { memberId, mayRefund }: Reader): RefundView['available_actions'] {
  if (refund.state !== 'requested' || !mayRefund) return [];
  return refund.requestedBy === memberId ? ['decline'] : ['approve', 'decline'];
}

function present(
  refund: RefundEntity,
): Omit<RefundView, 'reference' | 'member_name' | 'requested_by_name' | 'available_actions'> {
  return {
    id: refund.id,
    payment_id: refund.paymentId,
    state: refund.state,
    amount_cents: refund.amountCents,
    reason: refund.reason,
    method: refund.method,
    transaction_number: refund.transactionNumber,
    refunded_on: refund.refundedOn,
    access_ends_on: refund.accessEndsOn,
    requested_at: refund.requestedAt.toISOString(),
    decided_at: refund.decidedAt?.toISOString() ?? null,
    decline_reason: refund.declineReason,
    credit_note_ids: refund.creditNoteIds,
  };
}
