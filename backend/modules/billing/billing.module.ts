import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '@calmness/accounts';
import { BillingDashboardSlice } from './application/billing-dashboard-slice';
import { BillingDemoData } from './application/billing-demo-data';
import { BillingFileSection } from './application/billing-file-section';
import { BillingPersonalData } from './application/billing-personal-data';
import { BillingReferenceData } from './application/billing-reference-data';
import { BillingSearchSource } from './application/billing-search-source';
import { DemoBuyers } from './application/demo/demo-buyers';
import { draftsFloor } from './drafts/drafts.floor';
import { exportsFloor } from './exports/exports.floor';
import { invoicesFloor } from './invoices/invoices.floor';
import { ledgerFloor } from './ledger/ledger.floor';
import { offersFloor } from './offers/offers.floor';
import { paymentsFloor } from './payments/payments.floor';
import { profilesFloor } from './profiles/profiles.floor';
import { reconciliationFloor } from './reconciliation/reconciliation.floor';
import { refundsFloor } from './refunds/refunds.floor';
import { subscriptionsFloor } from './subscriptions/subscriptions.floor';
import { walletFloor } from './wallet/wallet.floor';

const floors = [
  draftsFloor,
  exportsFloor,
  invoicesFloor,
  ledgerFloor,
  offersFloor,
  paymentsFloor,
  profilesFloor,
  reconciliationFloor,
  refundsFloor,
  subscriptionsFloor,
  walletFloor,
];
const entities = floors.flatMap((floor) => floor.entities);
const providers = floors.flatMap((floor) => [...floor.repositories, ...floor.useCases, ...floor.door]);

/** What every floor has a part in. */
const door = [
  BillingDashboardSlice,
  BillingDemoData,
  BillingFileSection,
  BillingPersonalData,
  BillingReferenceData,
  BillingSearchSource,
];

/** Money: use cases and persistence of every floor, for all processes. */
@Module({
  imports: [AccountsModule, TypeOrmModule.forFeature(entities)],
  providers: [...providers, ...door, DemoBuyers],
  exports: [...providers, ...door],
})
export class BillingModule {}
