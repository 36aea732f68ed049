import type { DifferenceChoice, ReceiptSource } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';
import type { OriginalMoney } from './record-receipt';

export interface ValidatePaymentCommand {
  paymentId: Uuid;
  adminId: Uuid;
  /** As read on the statement; mandatory. */
  transactionNumber: string;
  /** Europe/Paris. */
  receivedOn: IsoDate;
  /** What arrived, EUR cents; exactly what is due when left out. */
  amountCents?: number;
  /** What becomes of a difference. */
  onDifference?: DifferenceChoice;
  /** Why a number that was used is used again. */
  overrideReason?: string;
  original?: OriginalMoney | null;
  source?: ReceiptSource;
}

/** The price is complete: access and the final invoice. */
export interface ValidatedPayment {
  status: 'validated';
  paymentId: Uuid;
  transactionNumber: string;
  invoiceId: Uuid;
  invoiceNumber: string;
  subscriptionId: Uuid;
  startsOn: IsoDate;
  /** Exclusive, Europe/Paris. */
  endsOn: IsoDate;
}
/** A part arrived: a deposit invoice, no access. */
export interface PartialPayment {
  status: 'partial';
  paymentId: Uuid;
  transactionNumber: string;
  invoiceId: Uuid;
  invoiceNumber: string;
  /** Still to come, EUR cents. */
  dueCents: number;
}
