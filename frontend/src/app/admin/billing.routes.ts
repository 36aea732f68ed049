import { Routes } from '@angular/router';
import { opens } from '../core/i18n/feature-texts';
import { keepsChanges } from '../core/navigation/unsaved-changes';
import { pageTitle } from '../core/navigation/page-titles';
import { moneyTexts } from '../features/billing/money-texts';
import { leavingTexts } from '../features/billing/leaving-texts';
import { contractsTexts } from './subscriptions/contracts-texts';
import { invoiceDeskTexts } from './invoices/invoice-desk-texts';
import { issuerTexts } from './issuer/issuer-texts';
import { reconcileTexts } from './reconcile/reconcile-texts';
import { exportsTexts } from './exports/exports-texts';
import { invoiceTemplateTexts } from './invoice-template/invoice-template-texts';
import { needs } from './needs';

/** The rooms of money: payments, refunds, invoices, subscriptions, offers, exports. */
export const billingRoutes: Routes = [
  {
    path: 'payments',
    title: pageTitle('adminPayments'),
    canActivate: needs('billing.payments-read'),
    loadComponent: () => import('./payments/payment-queue-page').then((file) => file.PaymentQueuePage),
  },
  {
    path: 'payments/reconcile',
    title: pageTitle('adminReconcile'),
    canActivate: needs('billing.payments-read'),
    resolve: opens(reconcileTexts),
    loadComponent: () => import('./reconcile/reconcile-page').then((file) => file.ReconcilePage),
  },
  {
    path: 'payments/:id',
    title: pageTitle('adminPayment'),
    canActivate: needs('billing.payments-read'),
    resolve: opens(moneyTexts),
    loadComponent: () => import('./payments/payment-preview-page').then((file) => file.PaymentPreviewPage),
  },
  {
    path: 'refunds',
    title: pageTitle('adminRefunds'),
    canActivate: needs('billing.payments-read'),
    resolve: opens(moneyTexts),
    loadComponent: () => import('./refunds/refunds-page').then((file) => file.RefundsPage),
  },
  {
    path: 'invoices',
    title: pageTitle('adminInvoices'),
    canActivate: needs('billing.invoices-read'),
    resolve: opens(invoiceDeskTexts),
    loadComponent: () => import('./invoices/invoices-page').then((file) => file.AdminInvoicesPage),
  },
  {
    path: 'invoices/:id',
    title: pageTitle('adminInvoice'),
    canActivate: needs('billing.invoices-read'),
    resolve: opens(invoiceDeskTexts),
    loadComponent: () => import('./invoices/invoice-page').then((file) => file.InvoicePage),
  },
  {
    path: 'invoice-template',
    title: pageTitle('adminInvoiceTemplate'),
    canActivate: needs('billing.issuer-read'),
    resolve: opens(invoiceTemplateTexts),
    canDeactivate: [keepsChanges],
    loadComponent: () =>
      import('./invoice-template/invoice-template-page').then((file) => file.InvoiceTemplatePage),
  },
  {
    path: 'invoice-drafts',
    title: pageTitle('adminDrafts'),
    canActivate: needs('billing.invoices-read'),
    resolve: opens(invoiceDeskTexts),
    loadComponent: () => import('./invoices/drafts-page').then((file) => file.DraftsPage),
  },
  {
    path: 'invoice-drafts/:id',
    title: pageTitle('adminDraft'),
    canActivate: needs('billing.invoices-read'),
    resolve: opens(invoiceDeskTexts),
    canDeactivate: [keepsChanges],
    loadComponent: () => import('./invoices/draft-page').then((file) => file.DraftPage),
  },
  {
    path: 'subscriptions',
    title: pageTitle('adminSubscriptions'),
    canActivate: needs('billing.subscriptions-read'),
    resolve: opens(contractsTexts, leavingTexts),
    loadComponent: () =>
      import('./subscriptions/subscriptions-page').then((file) => file.AdminSubscriptionsPage),
  },
  {
    path: 'subscriptions/requests',
    title: pageTitle('adminRequests'),
    canActivate: needs('billing.subscriptions-read'),
    resolve: opens(contractsTexts, leavingTexts),
    loadComponent: () => import('./subscriptions/requests-page').then((file) => file.ContractRequestsPage),
  },
  {
    path: 'coupons',
    title: pageTitle('adminCoupons'),
    canActivate: needs('billing.coupons-write'),
    resolve: opens(contractsTexts),
    loadComponent: () => import('./subscriptions/coupons-page').then((file) => file.AdminCouponsPage),
  },
  {
    path: 'plans',
    title: pageTitle('adminPlans'),
    canActivate: needs('billing.plans-write'),
    canDeactivate: [keepsChanges],
    loadComponent: () => import('./plans/plans-page').then((file) => file.AdminPlansPage),
  },
  {
    path: 'payment-methods',
    title: pageTitle('adminMethods'),
    canActivate: needs('billing.payment-methods-write'),
    canDeactivate: [keepsChanges],
    loadComponent: () => import('./methods/methods-page').then((file) => file.AdminMethodsPage),
  },
  {
    path: 'issuer',
    title: pageTitle('adminIssuer'),
    canActivate: needs('billing.issuer-read'),
    resolve: opens(issuerTexts),
    canDeactivate: [keepsChanges],
    loadComponent: () => import('./issuer/issuer-page').then((file) => file.IssuerPage),
  },
  {
    path: 'exports',
    title: pageTitle('adminExports'),
    canActivate: needs('billing.exports'),
    resolve: opens(exportsTexts),
    canDeactivate: [keepsChanges],
    loadComponent: () => import('./exports/exports-page').then((file) => file.ExportsPage),
  },
];
