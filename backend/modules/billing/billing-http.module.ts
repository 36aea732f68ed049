import { Module } from '@nestjs/common';
import { AccountsModule } from '@calmness/accounts';
import { BillingModule } from './billing.module';
import { DraftsController } from './drafts/http/drafts.controller';
import { AdminInvoicesController } from './invoices/http/admin-invoices.controller';
import { AmendmentsController } from './invoices/http/amendments.controller';
import { ExportsController } from './exports/http/exports.controller';
import { InvoiceTemplateController } from './invoices/http/invoice-template.controller';
import { InvoicesController } from './invoices/http/invoices.controller';
import { VerifyInvoiceController } from './invoices/http/verify-invoice.controller';
import { AdminOffersController } from './offers/http/admin-offers.controller';
import { OffersController } from './offers/http/offers.controller';
import { AdminPaymentsController } from './payments/http/admin-payments.controller';
import { MemberPaymentsController } from './payments/http/member-payments.controller';
import { AdminBillingProfileController } from './profiles/http/admin-billing-profile.controller';
import { BillingProfileController } from './profiles/http/billing-profile.controller';
import { MoneyPresenter } from './payments/http/money.presenter';
import { PaymentProofController } from './payments/http/payment-proof.controller';
import { ReconcileController } from './reconciliation/http/reconcile.controller';
import { ReconcilePresenter } from './reconciliation/http/reconcile.presenter';
import { RefundPresenter } from './refunds/http/refund.presenter';
import { RefundsController } from './refunds/http/refunds.controller';
import { SubscriptionsController } from './subscriptions/http/subscriptions.controller';

/** Routes of offers, payments, subscriptions and invoices, for the api. */
@Module({
  imports: [AccountsModule, BillingModule],
  controllers: [
    AdminBillingProfileController,
    AdminInvoicesController,
    AdminOffersController,
    AdminPaymentsController,
    BillingProfileController,
    AmendmentsController,
    DraftsController,
    ExportsController,
    InvoiceTemplateController,
    InvoicesController,
    MemberPaymentsController,
    OffersController,
    PaymentProofController,
    ReconcileController,
    RefundsController,
    SubscriptionsController,
    VerifyInvoiceController,
  ],
  providers: [MoneyPresenter, ReconcilePresenter, RefundPresenter],
})
export class BillingHttpModule {}
