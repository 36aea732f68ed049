import { Routes } from '@angular/router';
import { opens } from '../../core/i18n/feature-texts';
import { pageTitle } from '../../core/navigation/page-titles';
import { billingTexts } from './billing-texts';

export const plansRoutes: Routes = [
  {
    path: '',
    title: pageTitle('plans'),
    resolve: opens(billingTexts),
    loadComponent: () => import('./plans-page').then((file) => file.PlansPage),
  },
];
