import type { Floor } from '../floor';
import { CancelPayment } from './application/cancel-payment';
import { CancelUndecidedPayments } from './application/cancel-undecided-payments';
import { ClaimNumber } from './application/claim-number';
import { DeclarePayment } from './application/declare-payment';
import { GivePayInstructions } from './application/give-pay-instructions';
import { PaymentSubject } from './application/payment-subject';
import { PaymentsToValidate } from './application/payments-to-validate';
import { PriceOrder } from './application/price-order';
import { PreviewPayment } from './application/preview-payment';
import { Proofs } from './application/proofs';
import { ReadPayments } from './application/read-payments';
import { RecordReceipt } from './application/record-receipt';
import { RejectPayment } from './application/reject-payment';
import { ReturnSurplus } from './application/return-surplus';
import { SettlePayment } from './application/settle-payment';
import { SummariseOrder } from './application/summarise-order';
import { TakeDeposit } from './application/take-deposit';
import { ValidatePayment } from './application/validate-payment';
import { PaymentProofEntity } from './persistence/payment-proof.entity';
import { PaymentProofRepository } from './persistence/payment-proof.repository';
import { PaymentEntity } from './persistence/payment.entity';
import { PaymentRepository } from './persistence/payment.repository';
import { ReceiptEntity } from './persistence/receipt.entity';
import { ReceiptRepository } from './persistence/receipt.repository';
import { SurplusEntity } from './persistence/surplus.entity';

export const paymentsFloor: Floor = {
  entities: [PaymentEntity, PaymentProofEntity, ReceiptEntity, SurplusEntity],
  repositories: [PaymentProofRepository, PaymentRepository, ReceiptRepository],
  useCases: [
    CancelPayment,
    CancelUndecidedPayments,
    ClaimNumber,
    DeclarePayment,
    GivePayInstructions,
    PreviewPayment,
    PriceOrder,
    Proofs,
    ReadPayments,
    RecordReceipt,
    RejectPayment,
    ReturnSurplus,
    SettlePayment,
    SummariseOrder,
    TakeDeposit,
    ValidatePayment,
  ],
  door: [PaymentsToValidate, PaymentSubject],
};
