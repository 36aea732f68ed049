import { Platform1763600000000 } from './1763600000000-platform';
import { Accounts1763600001000 } from './1763600001000-accounts';
import { Billing1763600002000 } from './1763600002000-billing';
import { Notifications1763600003000 } from './1763600003000-notifications';
import { AccountsAccess1763600004000 } from './1763600004000-accounts-access';
import { AccountsSettings1763600005000 } from './1763600005000-accounts-settings';
import { AccountsPrivacy1763600006000 } from './1763600006000-accounts-privacy';
import { AccountsDirectory1763600007000 } from './1763600007000-accounts-directory';
import { AccountsPasskeys1763600008000 } from './1763600008000-accounts-passkeys';
import { NotificationsReminders1763600009000 } from './1763600009000-notifications-reminders';
import { NotificationsPreferences1763600010000 } from './1763600010000-notifications-preferences';
import { Vendors1763600011000 } from './1763600011000-vendors';
import { NotificationsChannels1763600012000 } from './1763600012000-notifications-channels';
import { AccountsLinking1763600013000 } from './1763600013000-accounts-linking';
import { NotificationsInbox1763600014000 } from './1763600014000-notifications-inbox';
import { RemindersAndRuns1763600015000 } from './1763600015000-reminders-and-runs';
import { DeliveryDesk1763600016000 } from './1763600016000-delivery-desk';
import { NotificationsWords1763600017000 } from './1763600017000-notifications-words';
import { BillingInvoices1763600018000 } from './1763600018000-billing-invoices';
import { InvoiceTemplates1763600019000 } from './1763600019000-invoice-templates';
import { BillingReceipts1763600020000 } from './1763600020000-billing-receipts';
import { BillingReconciliation1763600021000 } from './1763600021000-billing-reconciliation';
import { BillingClosings1763600024000 } from './1763600024000-billing-closings';
import { EndedGrantOwner1763600027000 } from './1763600027000-ended-grant-owner';
import { VatChecks1763600028000 } from './1763600028000-vat-checks';
import { BillingSettlements1763600029000 } from './1763600029000-billing-settlements';
import { BillingWallet1763600030000 } from './1763600030000-billing-wallet';

/** Every migration, oldest first. Applied ones are never edited. */
export const migrations = [
  Platform1763600000000,
  Accounts1763600001000,
  Billing1763600002000,
  Notifications1763600003000,
  AccountsAccess1763600004000,
  AccountsSettings1763600005000,
  AccountsPrivacy1763600006000,
  AccountsDirectory1763600007000,
  AccountsPasskeys1763600008000,
  NotificationsReminders1763600009000,
  NotificationsPreferences1763600010000,
  Vendors1763600011000,
  NotificationsChannels1763600012000,
  AccountsLinking1763600013000,
  NotificationsInbox1763600014000,
  RemindersAndRuns1763600015000,
  DeliveryDesk1763600016000,
  NotificationsWords1763600017000,
  BillingInvoices1763600018000,
  InvoiceTemplates1763600019000,
  BillingReceipts1763600020000,
  BillingReconciliation1763600021000,
  BillingClosings1763600024000,
  EndedGrantOwner1763600027000,
  VatChecks1763600028000,
  BillingSettlements1763600029000,
  BillingWallet1763600030000,
];
