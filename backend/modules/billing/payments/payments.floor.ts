import type { Floor } from '../floor';
import { CancelPayment } from './application/cancel-payment';
import { CancelUndecidedPayments } from './application/cancel-undecided-payments';
import { DeclarePayment } from './application/declare-payment';
import { GivePayInstructions } from './application/give-pay-instructions';
import { PaymentSubject } from './application/payment-subject';
import { PaymentsToValidate } from './application/payments-to-validate';
import { PriceOrder } from './application/price-order';
import { PreviewPayment } from './application/preview-payment';
import { ReadPayments } from './application/read-payments';
import { RejectPayment } from './application/reject-payment';
import { SummariseOrder } from './application/summarise-order';
import { ValidatePayment } from './application/validate-payment';
import { PaymentEntity } from './persistence/payment.entity';
import { PaymentRepository } from './persistence/payment.repository';

export const paymentsFloor: Floor = {
  entities: [PaymentEntity],
  repositories: [PaymentRepository],
  useCases: [
    CancelPayment,
    CancelUndecidedPayments,
    DeclarePayment,
    GivePayInstructions,
    PreviewPayment,
    PriceOrder,
    ReadPayments,
    RejectPayment,
    SummariseOrder,
    ValidatePayment,
  ],
  door: [PaymentsToValidate, PaymentSubject],
};
