import { Routes } from '@angular/router';
import { opens } from '../../core/i18n/feature-texts';
import { pageTitle } from '../../core/navigation/page-titles';
import { leavingTexts } from './leaving-texts';

export const cancellationRoutes: Routes = [
  {
    path: '',
    title: pageTitle('cancelContract'),
    resolve: opens(leavingTexts),
    loadComponent: () => import('./cancellation-page').then((file) => file.CancellationPage),
  },
];

export const withdrawalRoutes: Routes = [
  {
    path: '',
    title: pageTitle('withdraw'),
    resolve: opens(leavingTexts),
    loadComponent: () => import('./withdrawal-page').then((file) => file.WithdrawalPage),
  },
];
