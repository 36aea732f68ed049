import { Module } from '@nestjs/common';
import { BillingModule } from './billing.module';
import { PrintInvoice } from './invoices/application/print-invoice';
import { RenderInvoiceDocuments } from './invoices/application/render-invoice-documents';
import { GuardInvoiceChainTick } from './invoices/jobs/guard-invoice-chain.tick';
import { RenderInvoiceDocumentsTick } from './invoices/jobs/render-invoice-documents.tick';
import { ClosePeriodsTick } from './ledger/jobs/close-periods.tick';
import { CancelUndecidedPaymentsTick } from './payments/jobs/cancel-undecided-payments.tick';
import { CheckVatNumbers } from './profiles/application/check-vat-numbers';
import { CheckVatNumbersTick } from './profiles/jobs/check-vat-numbers.tick';
import { TidyProofsTick } from './payments/jobs/tidy-proofs.tick';
import { ReconcileTick } from './reconciliation/jobs/reconcile.tick';
import { ExpireSubscriptionsTick } from './subscriptions/jobs/expire-subscriptions.tick';

/** Handlers, ticks and the printing of invoices, for the worker: the only process with a browser. */
@Module({
  imports: [BillingModule],
  providers: [
    CancelUndecidedPaymentsTick,
    CheckVatNumbers,
    CheckVatNumbersTick,
    ClosePeriodsTick,
    ExpireSubscriptionsTick,
    GuardInvoiceChainTick,
    PrintInvoice,
    ReconcileTick,
    RenderInvoiceDocuments,
    RenderInvoiceDocumentsTick,
    TidyProofsTick,
  ],
})
export class BillingJobsModule {}
