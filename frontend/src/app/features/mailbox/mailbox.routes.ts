import { Routes } from '@angular/router';
import { pageTitle } from '../../core/navigation/page-titles';
import { opens } from '../../core/i18n/feature-texts';
import { mailboxTexts } from './mailbox-texts';

export const mailboxRoutes: Routes = [
  {
    path: '',
    title: pageTitle('mailbox'),
    resolve: opens(mailboxTexts),
    loadComponent: () => import('./mailbox-page').then((file) => file.MailboxPage),
  },
];
