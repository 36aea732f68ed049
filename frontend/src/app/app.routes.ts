import { Routes } from '@angular/router';
import { pageTitle } from './core/navigation/page-titles';
import { whileOn } from './core/session/features';
import { acceptedTerms, guestOnly, memberOnly, staffOnly } from './core/session/guards';
import { PublicShell } from './shell/public-shell';

export const routes: Routes = [
  {
    path: 'user',
    canActivate: [memberOnly],
    canActivateChild: [acceptedTerms],
    loadComponent: () => import('./shell/member-shell').then((file) => file.MemberShell),
    loadChildren: () => import('./compose/member.routes').then((file) => file.memberRoutes),
  },
  {
    path: 'admin',
    canActivate: [memberOnly, staffOnly],
    loadChildren: () => import('./admin/admin.routes').then((file) => file.adminRoutes),
  },
  {
    path: '',
    component: PublicShell,
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadChildren: () => import('./compose/home.routes').then((file) => file.homeRoutes),
      },
      {
        path: 'plans',
        loadChildren: () => import('./features/billing/plans.routes').then((file) => file.plansRoutes),
      },
      {
        path: 'login',
        canActivate: [guestOnly],
        loadChildren: () => import('./features/accounts/door.routes').then((file) => file.loginRoutes),
      },
      {
        path: 'register',
        canActivate: [guestOnly, whileOn('registration', '/login')],
        loadChildren: () => import('./features/accounts/door.routes').then((file) => file.registerRoutes),
      },
      {
        path: 'verify-email',
        loadChildren: () => import('./features/accounts/door.routes').then((file) => file.verifyRoutes),
      },
      {
        path: 'forgot-password',
        loadChildren: () => import('./features/accounts/door.routes').then((file) => file.forgotRoutes),
      },
      {
        path: 'reset-password',
        loadChildren: () => import('./features/accounts/door.routes').then((file) => file.resetRoutes),
      },
      {
        path: 'email-change',
        loadChildren: () => import('./features/accounts/door.routes').then((file) => file.emailChangeRoutes),
      },
      {
        path: 'unsubscribe',
        loadChildren: () =>
          import('./features/notifications/notifications.routes').then((file) => file.unsubscribeRoutes),
      },
      {
        path: 'invoices/verify/:code',
        loadChildren: () => import('./features/billing/verify.routes').then((file) => file.verifyRoutes),
      },
      {
        path: 'legal',
        loadChildren: () => import('./features/legal/legal.routes').then((file) => file.legalRoutes),
      },
      {
        path: 'dev/mailbox',
        loadChildren: () => import('./features/mailbox/mailbox.routes').then((file) => file.mailboxRoutes),
      },
      {
        path: '**',
        title: pageTitle('notFound'),
        loadComponent: () => import('./shell/not-found').then((file) => file.NotFound),
      },
    ],
  },
];
