import { Injectable } from '@nestjs/common';
import { MemberDirectory, type MemberSummary } from '@calmness/accounts';
import { rolePermissions, type Locale } from '@calmness/contracts';
import { addDays, businessZone, dayIn } from '@calmness/platform/clock';
import type { Uuid } from '@calmness/platform/ids';
import { SubjectSource, type SubjectDescription } from '@calmness/platform/subjects';
import { formatDay, formatMoney } from '../../domain/formats';
import { PaymentMethodRepository } from '../../offers/persistence/payment-method.repository';
import { expiryOf, isOpen } from '../domain/payment';
import { keptBy } from '../domain/received-amount';
import type { PaymentEntity } from '../persistence/payment.entity';
import { PaymentRepository } from '../persistence/payment.repository';
import { ReceiptRepository } from '../persistence/receipt.repository';
import { fullName } from './order-of-payment';

/**
 * A payment as its member and the staff are told of it. Facts: amount, reference, plan, method, status,
 * declaredOn, expiresOn, due, memberName, transactionNumber, rejectReason, lastDay (empty when unknown).
 */
@Injectable()
export class PaymentSubject extends SubjectSource {
  readonly kind = 'billing.payment';

  constructor(
    private readonly payments: PaymentRepository,
    private readonly receipts: ReceiptRepository,
    private readonly methods: PaymentMethodRepository,
    private readonly members: MemberDirectory,
  ) {
    super();
  }

  async describe(subjectId: Uuid, recipientId: Uuid, locale: Locale): Promise<SubjectDescription | null> {
    const payment = await this.payments.find(subjectId);
    const recipient = payment && (await this.members.find(recipientId));
    if (!payment || !recipient) return null;
    const owner = payment.memberId === recipientId;
    if (!owner && !readsPayments(recipient)) return null;
    return {
      title: payment.planName[locale],
      when: payment.declaredAt.toISOString(),
      url: owner ? `/user/payments/${payment.id}` : `/admin/payments/${payment.id}`,
      facts: await this.facts(payment, locale),
      // The staff is told of what it still has to do, the member of what he has not withdrawn.
      stillTrue: owner ? payment.status !== 'cancelled' : isOpen(payment.status),
    };
  }

  private async facts(payment: PaymentEntity, locale: Locale): Promise<Record<string, string>> {
    const method = await this.methods.find(payment.method);
    const due = payment.amountCents - keptBy(await this.receipts.ofPayment(payment.id));
    const names = await this.members.namesOf([payment.memberId]);
    return {
      amount: formatMoney(payment.amountCents, locale),
      due: formatMoney(due, locale),
      reference: payment.reference,
      plan: payment.planName[locale],
      method: method?.name[locale] ?? payment.method,
      status: payment.status,
      declaredOn: formatDay(dayIn(payment.declaredAt, businessZone), locale),
      expiresOn: formatDay(dayIn(expiryOf(payment.declaredAt), businessZone), locale),
      memberName: fullName(names.get(payment.memberId)),
      transactionNumber: payment.transactionNumber ?? payment.declaredNumber ?? '',
      rejectReason: payment.rejectReason ?? '',
      lastDay: payment.endsOn ? formatDay(addDays(payment.endsOn, -1), locale) : '',
    };
  }
}

function readsPayments({ roles }: MemberSummary): boolean {
  return roles.some((role) => rolePermissions[role].includes('billing.payments-read'));
}
