import { Routes } from '@angular/router';
import { opens } from '../../core/i18n/feature-texts';
import { pageTitle } from '../../core/navigation/page-titles';
import { deliveryTexts } from './delivery-texts';
import { notificationsTexts } from './notifications-texts';

export const notificationsRoutes: Routes = [
  {
    path: '',
    title: pageTitle('notifications'),
    resolve: opens(notificationsTexts, deliveryTexts),
    loadComponent: () => import('./notifications-page').then((file) => file.NotificationsPage),
  },
  {
    path: 'preferences',
    title: pageTitle('preferences'),
    resolve: opens(notificationsTexts),
    loadComponent: () => import('./preferences-page').then((file) => file.PreferencesPage),
  },
];

export const unsubscribeRoutes: Routes = [
  {
    path: '',
    title: pageTitle('unsubscribe'),
    resolve: opens(notificationsTexts),
    loadComponent: () => import('./unsubscribe-page').then((file) => file.UnsubscribePage),
  },
];
