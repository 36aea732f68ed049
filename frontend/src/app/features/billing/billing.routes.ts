import { Routes } from '@angular/router';
import { opens } from '../../core/i18n/feature-texts';
import { whileOn } from '../../core/session/features';
import { keepsChanges } from '../../core/navigation/unsaved-changes';
import { pageTitle } from '../../core/navigation/page-titles';
import { billingTexts } from './billing-texts';
import { identityTexts } from './identity/identity-texts';
import { moneyTexts } from './money-texts';

export const paymentsRoutes: Routes = [
  {
    path: '',
    resolve: opens(billingTexts, identityTexts, moneyTexts),
    children: [
      {
        path: '',
        title: pageTitle('payments'),
        loadComponent: () => import('./payments-page').then((file) => file.PaymentsPage),
      },
      {
        path: 'new',
        title: pageTitle('newPayment'),
        canActivate: [whileOn('payments', '/user/payments')],
        loadComponent: () => import('./order-page').then((file) => file.OrderPage),
      },
      {
        path: ':id',
        title: pageTitle('payment'),
        loadComponent: () => import('./payment-page').then((file) => file.PaymentPage),
      },
    ],
  },
];

export const billingIdentityRoutes: Routes = [
  {
    path: '',
    title: pageTitle('billingIdentity'),
    canDeactivate: [keepsChanges],
    resolve: opens(identityTexts),
    loadComponent: () => import('./identity/identity-page').then((file) => file.IdentityPage),
  },
];

export const invoicesRoutes: Routes = [
  {
    path: '',
    title: pageTitle('invoices'),
    resolve: opens(billingTexts),
    loadComponent: () => import('./invoices-page').then((file) => file.InvoicesPage),
  },
];
