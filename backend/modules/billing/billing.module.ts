import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '@calmness/accounts';
import { BillingDashboardSlice } from './application/billing-dashboard-slice';
import { BillingDemoData } from './application/billing-demo-data';
import { BillingFileSection } from './application/billing-file-section';
import { BillingSearchSource } from './application/billing-search-source';
import { BillingPersonalData } from './application/billing-personal-data';
import { BillingReferenceData } from './application/billing-reference-data';
import { ClockAgreement } from './invoices/application/clock-agreement';
import { ComposeInvoice } from './invoices/application/compose-invoice';
import { GuardInvoiceChain } from './invoices/application/guard-invoice-chain';
import { InvoiceSubject } from './invoices/application/invoice-subject';
import { InvoiceChainSubject, InvoiceDocumentSubject } from './invoices/application/invoice-trouble-subjects';
import { IssueInvoice } from './invoices/application/issue-invoice';
import { KnownVatRates } from './invoices/application/known-vat-rates';
import { ReadInvoicePdf } from './invoices/application/read-invoice-pdf';
import { ReadInvoices } from './invoices/application/read-invoices';
import { ReadIssuer } from './invoices/application/read-issuer';
import { RecordIssuer } from './invoices/application/record-issuer';
import { VerifyInvoiceChain } from './invoices/application/verify-invoice-chain';
import { AllocationEntity } from './invoices/persistence/allocation.entity';
import { ChainRepository } from './invoices/persistence/chain.repository';
import { InvoiceDocumentEntity } from './invoices/persistence/invoice-document.entity';
import { InvoiceDocumentRepository } from './invoices/persistence/invoice-document.repository';
import { InvoiceLineEntity } from './invoices/persistence/invoice-line.entity';
import { InvoiceVatEntity } from './invoices/persistence/invoice-vat.entity';
import { InvoiceEntity } from './invoices/persistence/invoice.entity';
import { InvoiceRepository } from './invoices/persistence/invoice.repository';
import { IssuerEntity } from './invoices/persistence/issuer.entity';
import { IssuerRepository } from './invoices/persistence/issuer.repository';
import { MentionTextEntity } from './invoices/persistence/mention-text.entity';
import { ReferenceRows } from './invoices/persistence/reference-rows.repository';
import { VatRateEntity } from './invoices/persistence/vat-rate.entity';
import { Ledger } from './ledger/application/ledger';
import { VerifyLedger } from './ledger/application/verify-ledger';
import { LedgerRepository } from './ledger/persistence/ledger.repository';
import { CreatePlan } from './offers/application/create-plan';
import { FindOffer } from './offers/application/find-offer';
import { ListOffers } from './offers/application/list-offers';
import { UpdatePaymentMethod } from './offers/application/update-payment-method';
import { UpdatePlan } from './offers/application/update-plan';
import { PaymentMethodEntity } from './offers/persistence/payment-method.entity';
import { PaymentMethodRepository } from './offers/persistence/payment-method.repository';
import { PlanEntity } from './offers/persistence/plan.entity';
import { PlanRepository } from './offers/persistence/plan.repository';
import { CancelPayment } from './payments/application/cancel-payment';
import { CancelUndecidedPayments } from './payments/application/cancel-undecided-payments';
import { DeclarePayment } from './payments/application/declare-payment';
import { GivePayInstructions } from './payments/application/give-pay-instructions';
import { PaymentSubject } from './payments/application/payment-subject';
import { PaymentsToValidate } from './payments/application/payments-to-validate';
import { PreviewPayment } from './payments/application/preview-payment';
import { ReadPayments } from './payments/application/read-payments';
import { RejectPayment } from './payments/application/reject-payment';
import { SummariseOrder } from './payments/application/summarise-order';
import { ValidatePayment } from './payments/application/validate-payment';
import { PaymentEntity } from './payments/persistence/payment.entity';
import { PaymentRepository } from './payments/persistence/payment.repository';
import { ExpireSubscriptions } from './subscriptions/application/expire-subscriptions';
import { ExtendSubscription } from './subscriptions/application/extend-subscription';
import { ListSubscriptions } from './subscriptions/application/list-subscriptions';
import { SubscriptionAccess } from './subscriptions/application/subscription-access';
import { SubscriptionSubject } from './subscriptions/application/subscription-subject';
import { SubscriptionEntity } from './subscriptions/persistence/subscription.entity';
import { SubscriptionRepository } from './subscriptions/persistence/subscription.repository';

const entities = [
  AllocationEntity,
  InvoiceDocumentEntity,
  InvoiceEntity,
  InvoiceLineEntity,
  InvoiceVatEntity,
  IssuerEntity,
  MentionTextEntity,
  PaymentEntity,
  PaymentMethodEntity,
  PlanEntity,
  SubscriptionEntity,
  VatRateEntity,
];

const repositories = [
  ChainRepository,
  InvoiceDocumentRepository,
  InvoiceRepository,
  IssuerRepository,
  LedgerRepository,
  PaymentMethodRepository,
  PaymentRepository,
  PlanRepository,
  ReferenceRows,
  SubscriptionRepository,
];

/** What only our own use cases ask for. */
const collaborators = [
  ClockAgreement,
  ComposeInvoice,
  ExtendSubscription,
  FindOffer,
  IssueInvoice,
  KnownVatRates,
  Ledger,
  RecordIssuer,
  VerifyLedger,
];

/** What only our own routes and ticks ask for. */
const internals = [
  CancelPayment,
  CancelUndecidedPayments,
  CreatePlan,
  DeclarePayment,
  ExpireSubscriptions,
  GivePayInstructions,
  GuardInvoiceChain,
  ListOffers,
  ListSubscriptions,
  PreviewPayment,
  ReadInvoicePdf,
  ReadInvoices,
  ReadIssuer,
  ReadPayments,
  RejectPayment,
  SummariseOrder,
  UpdatePaymentMethod,
  UpdatePlan,
  ValidatePayment,
];

/** What other modules and the composition roots may ask for. */
const door = [
  BillingDashboardSlice,
  BillingDemoData,
  BillingFileSection,
  BillingPersonalData,
  BillingReferenceData,
  BillingSearchSource,
  InvoiceSubject,
  InvoiceChainSubject,
  InvoiceDocumentSubject,
  PaymentsToValidate,
  PaymentSubject,
  SubscriptionAccess,
  SubscriptionSubject,
  VerifyInvoiceChain,
];

/** Money: use cases and persistence of every floor, for all processes. */
@Module({
  imports: [AccountsModule, TypeOrmModule.forFeature(entities)],
  providers: [...repositories, ...collaborators, ...internals, ...door],
  exports: [...internals, ...door, ...repositories, ...collaborators],
})
export class BillingModule {}
