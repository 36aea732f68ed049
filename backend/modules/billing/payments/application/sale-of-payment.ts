import type { IsoDate } from '@calmness/events';
import type { Sale } from '../../invoices/application/compose-invoice';
import type { PaymentEntity } from '../persistence/payment.entity';

/** What the invoice of a payment says: the copy made when it was declared, not the plan of today. */
export function saleOf(
  payment: PaymentEntity,
  buyerName: string,
  period: { startsOn: IsoDate; endsOn: IsoDate },
  receivedOn: IsoDate,
): Sale {
  return {
    memberId: payment.memberId,
    buyerName,
    planName: payment.planName.fr,
    durationMonths: payment.durationMonths,
    amountCents: payment.amountCents,
    vatRateCode: payment.vatRateCode,
    startsOn: period.startsOn,
    endsOn: period.endsOn,
    receivedOn,
  };
}

/** First and last name as they are printed. */
export function fullName(person: { firstName: string; lastName: string } | null | undefined): string {
  return person ? `${person.firstName} ${person.lastName}`.trim() : '';
}
