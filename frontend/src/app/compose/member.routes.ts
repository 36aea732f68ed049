import { Routes } from '@angular/router';
import { opens } from '../core/i18n/feature-texts';
import { pageTitle } from '../core/navigation/page-titles';
import { gestionTexts } from '../features/accounts/accounts-texts';
import { dataRoutes, securityRoutes, termsRoutes } from '../features/accounts/gestion.routes';
import { billingTexts } from '../features/billing/billing-texts';
import { profileRoutes, settingsRoutes } from '../features/accounts/profile.routes';
import { billingIdentityRoutes, invoicesRoutes, paymentsRoutes } from '../features/billing/billing.routes';
import { notificationsRoutes } from '../features/notifications/notifications.routes';
import { dashboardTexts } from './dashboard-texts';
import { walletTexts } from './wallet-texts';

export const memberRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: pageTitle('dashboard'),
    resolve: opens(dashboardTexts),
    loadComponent: () => import('./dashboard').then((file) => file.Dashboard),
  },
  { path: 'profile', children: profileRoutes },
  { path: 'settings', children: settingsRoutes },
  {
    path: 'gestion',
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: pageTitle('gestion'),
        resolve: opens(gestionTexts, billingTexts),
        loadComponent: () => import('./gestion-page').then((file) => file.GestionPage),
      },
      { path: 'security', children: securityRoutes },
      { path: 'billing', children: billingIdentityRoutes },
      { path: 'data', children: dataRoutes },
    ],
  },
  { path: 'terms', children: termsRoutes },
  { path: 'payments', children: paymentsRoutes },
  { path: 'invoices', children: invoicesRoutes },
  {
    path: 'wallet',
    title: pageTitle('wallet'),
    resolve: opens(walletTexts),
    loadComponent: () => import('./wallet-page').then((file) => file.WalletPage),
  },
  { path: 'notifications', children: notificationsRoutes },
];
