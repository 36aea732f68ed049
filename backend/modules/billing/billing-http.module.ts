import { Module } from '@nestjs/common';
import { AccountsModule } from '@calmness/accounts';
import { BillingModule } from './billing.module';
import { AdminInvoicesController } from './invoices/http/admin-invoices.controller';
import { InvoicesController } from './invoices/http/invoices.controller';
import { AdminCouponsController } from './offers/http/admin-coupons.controller';
import { AdminOffersController } from './offers/http/admin-offers.controller';
import { OffersController } from './offers/http/offers.controller';
import { AdminPaymentsController } from './payments/http/admin-payments.controller';
import { MemberPaymentsController } from './payments/http/member-payments.controller';
import { AdminRequestsController } from './requests/http/admin-requests.controller';
import { RequestsController } from './requests/http/requests.controller';
import { AdminAccessCodesController } from './subscriptions/http/admin-access-codes.controller';
import { AdminSubscriptionsController } from './subscriptions/http/admin-subscriptions.controller';
import { SubscriptionsController } from './subscriptions/http/subscriptions.controller';

/** Routes of offers, payments, subscriptions and invoices, for the api. */
@Module({
  imports: [AccountsModule, BillingModule],
  controllers: [
    AdminCouponsController,
    AdminInvoicesController,
    AdminOffersController,
    AdminPaymentsController,
    AdminRequestsController,
    AdminAccessCodesController,
    AdminSubscriptionsController,
    InvoicesController,
    MemberPaymentsController,
    OffersController,
    RequestsController,
    SubscriptionsController,
  ],
})
export class BillingHttpModule {}
