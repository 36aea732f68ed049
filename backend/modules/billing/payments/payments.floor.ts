import type { Floor } from '../floor';
import { CancelPayment } from './application/cancel-payment';
import { CancelUndecidedPayments } from './application/cancel-undecided-payments';
import { DeclarePayment } from './application/declare-payment';
import { DiscountOrder } from './application/discount-order';
import { FindUpgrade } from './application/find-upgrade';
import { GivePayInstructions } from './application/give-pay-instructions';
import { OrderFacts } from './application/order-facts';
import { PaymentSubject } from './application/payment-subject';
import { PaymentsToValidate } from './application/payments-to-validate';
import { PriceOrder } from './application/price-order';
import { PreviewPayment } from './application/preview-payment';
import { ReadPayments } from './application/read-payments';
import { RejectPayment } from './application/reject-payment';
import { StartAccess } from './application/start-access';
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
    DiscountOrder,
    FindUpgrade,
    GivePayInstructions,
    OrderFacts,
    PreviewPayment,
    PriceOrder,
    ReadPayments,
    RejectPayment,
    StartAccess,
    SummariseOrder,
    ValidatePayment,
  ],
  door: [PaymentsToValidate, PaymentSubject],
};
