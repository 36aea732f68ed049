import { Routes } from '@angular/router';
import { opens } from '../../core/i18n/feature-texts';
import { pageTitle } from '../../core/navigation/page-titles';
import { doorTexts } from './accounts-texts';

export const loginRoutes: Routes = [
  {
    path: '',
    title: pageTitle('login'),
    resolve: opens(doorTexts),
    loadComponent: () => import('./login').then((file) => file.Login),
  },
];

export const registerRoutes: Routes = [
  {
    path: '',
    title: pageTitle('register'),
    resolve: opens(doorTexts),
    loadComponent: () => import('./register').then((file) => file.Register),
  },
];

export const verifyRoutes: Routes = [
  {
    path: '',
    title: pageTitle('verifyEmail'),
    resolve: opens(doorTexts),
    loadComponent: () => import('./verify-email').then((file) => file.VerifyEmail),
  },
];

export const forgotRoutes: Routes = [
  {
    path: '',
    title: pageTitle('forgotPassword'),
    resolve: opens(doorTexts),
    loadComponent: () => import('./forgot-password').then((file) => file.ForgotPassword),
  },
];

export const resetRoutes: Routes = [
  {
    path: '',
    title: pageTitle('resetPassword'),
    resolve: opens(doorTexts),
    loadComponent: () => import('./reset-password').then((file) => file.ResetPassword),
  },
];

export const emailChangeRoutes: Routes = [
  {
    path: '',
    title: pageTitle('emailChange'),
    resolve: opens(doorTexts),
    loadComponent: () => import('./email-change').then((file) => file.EmailChange),
  },
];
