import { Routes } from '@angular/router';
import { opens } from '../../core/i18n/feature-texts';
import { pageTitle } from '../../core/navigation/page-titles';
import { legalTexts } from './legal-texts';

export const legalRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'mentions' },
  {
    path: ':document',
    title: pageTitle('legal'),
    resolve: opens(legalTexts),
    loadComponent: () => import('./legal-page').then((file) => file.LegalPage),
  },
];
