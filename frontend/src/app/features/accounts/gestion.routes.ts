import { Routes } from '@angular/router';
import { opens } from '../../core/i18n/feature-texts';
import { pageTitle } from '../../core/navigation/page-titles';
import { doorTexts, gestionTexts, securityTexts } from './accounts-texts';

export const securityRoutes: Routes = [
  {
    path: '',
    title: pageTitle('security'),
    resolve: opens(securityTexts, doorTexts),
    loadComponent: () => import('./security/security-page').then((file) => file.SecurityPage),
  },
];

export const dataRoutes: Routes = [
  {
    path: '',
    title: pageTitle('personalData'),
    resolve: opens(gestionTexts),
    loadComponent: () => import('./data/data-page').then((file) => file.DataPage),
  },
];

export const termsRoutes: Routes = [
  {
    path: '',
    title: pageTitle('terms'),
    resolve: opens(gestionTexts),
    loadComponent: () => import('./terms-page').then((file) => file.TermsPage),
  },
];
