import { Routes } from '@angular/router';
import { opens } from '../core/i18n/feature-texts';
import { pageTitle } from '../core/navigation/page-titles';
import { billingTexts } from '../features/billing/billing-texts';
import { homeTexts } from './home-texts';

export const homeRoutes: Routes = [
  {
    path: '',
    title: pageTitle('home'),
    resolve: opens(homeTexts, billingTexts),
    loadComponent: () => import('./home').then((file) => file.Home),
  },
];
