import { Routes } from '@angular/router';
import { opens } from '../../core/i18n/feature-texts';
import { pageTitle } from '../../core/navigation/page-titles';
import { verifyTexts } from './verify-texts';

export const verifyRoutes: Routes = [
  {
    path: '',
    title: pageTitle('verifyInvoice'),
    resolve: opens(verifyTexts),
    loadComponent: () => import('./verify-page').then((file) => file.VerifyPage),
  },
];
