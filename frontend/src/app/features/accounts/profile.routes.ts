import { Routes } from '@angular/router';
import { opens } from '../../core/i18n/feature-texts';
import { keepsChanges } from '../../core/navigation/unsaved-changes';
import { pageTitle } from '../../core/navigation/page-titles';
import { connectionsTexts, profileTexts, settingsTexts } from './accounts-texts';

export const profileRoutes: Routes = [
  {
    path: '',
    title: pageTitle('profile'),
    resolve: opens(profileTexts),
    canDeactivate: [keepsChanges],
    loadComponent: () => import('./profile-page').then((file) => file.ProfilePage),
  },
];

export const settingsRoutes: Routes = [
  {
    path: '',
    title: pageTitle('settings'),
    resolve: opens(settingsTexts, connectionsTexts),
    loadComponent: () => import('./settings-page').then((file) => file.SettingsPage),
  },
];
