import { Routes } from '@angular/router';
import type { Permission } from '@calmness/contracts';
import { opens } from '../core/i18n/feature-texts';
import { keepsChanges } from '../core/navigation/unsaved-changes';
import { pageTitle } from '../core/navigation/page-titles';
import { permitted } from '../core/session/guards';
import { billingTexts } from '../features/billing/billing-texts';
import { identityTexts } from '../features/billing/identity/identity-texts';
import { moneyTexts } from '../features/billing/money-texts';
import { academyTexts } from './academy/academy-texts';
import { adminTexts } from './admin-texts';
import { deliveryTexts } from '../features/notifications/delivery-texts';
import { deskTexts } from './notifications/desk-texts';
import { membersTexts } from './members/members-texts';
import { invoiceDeskTexts } from './invoices/invoice-desk-texts';
import { exportsTexts } from './exports/exports-texts';
import { issuerTexts } from './issuer/issuer-texts';
import { reconcileTexts } from './reconcile/reconcile-texts';
import { wordingTexts } from './notifications/wording-texts';

const needs = (permission: Permission) => [permitted(permission)];

export const adminRoutes: Routes = [
  {
    path: '',
    resolve: opens(adminTexts, billingTexts, identityTexts, membersTexts),
    loadComponent: () => import('./admin-shell').then((file) => file.AdminShell),
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: pageTitle('adminHome'),
        loadComponent: () => import('./day-queue-page').then((file) => file.DayQueuePage),
      },
      {
        path: 'payments',
        title: pageTitle('adminPayments'),
        canActivate: needs('billing.payments-read'),
        loadComponent: () => import('./payments/payment-queue-page').then((file) => file.PaymentQueuePage),
      },
      {
        path: 'payments/reconcile',
        title: pageTitle('adminReconcile'),
        canActivate: needs('billing.payments-read'),
        resolve: opens(reconcileTexts),
        loadComponent: () => import('./reconcile/reconcile-page').then((file) => file.ReconcilePage),
      },
      {
        path: 'payments/:id',
        title: pageTitle('adminPayment'),
        canActivate: needs('billing.payments-read'),
        resolve: opens(moneyTexts),
        loadComponent: () =>
          import('./payments/payment-preview-page').then((file) => file.PaymentPreviewPage),
      },
      {
        path: 'refunds',
        title: pageTitle('adminRefunds'),
        canActivate: needs('billing.payments-read'),
        resolve: opens(moneyTexts),
        loadComponent: () => import('./refunds/refunds-page').then((file) => file.RefundsPage),
      },
      {
        path: 'invoices',
        title: pageTitle('adminInvoices'),
        canActivate: needs('billing.invoices-read'),
        resolve: opens(invoiceDeskTexts),
        loadComponent: () => import('./invoices/invoices-page').then((file) => file.AdminInvoicesPage),
      },
      {
        path: 'invoices/:id',
        title: pageTitle('adminInvoice'),
        canActivate: needs('billing.invoices-read'),
        resolve: opens(invoiceDeskTexts),
        loadComponent: () => import('./invoices/invoice-page').then((file) => file.InvoicePage),
      },
      {
        path: 'invoice-drafts',
        title: pageTitle('adminDrafts'),
        canActivate: needs('billing.invoices-read'),
        resolve: opens(invoiceDeskTexts),
        loadComponent: () => import('./invoices/drafts-page').then((file) => file.DraftsPage),
      },
      {
        path: 'invoice-drafts/:id',
        title: pageTitle('adminDraft'),
        canActivate: needs('billing.invoices-read'),
        resolve: opens(invoiceDeskTexts),
        canDeactivate: [keepsChanges],
        loadComponent: () => import('./invoices/draft-page').then((file) => file.DraftPage),
      },
      {
        path: 'exports',
        title: pageTitle('adminExports'),
        canActivate: needs('billing.exports'),
        resolve: opens(exportsTexts),
        canDeactivate: [keepsChanges],
        loadComponent: () => import('./exports/exports-page').then((file) => file.ExportsPage),
      },
      {
        path: 'plans',
        title: pageTitle('adminPlans'),
        canActivate: needs('billing.plans-write'),
        canDeactivate: [keepsChanges],
        loadComponent: () => import('./plans/plans-page').then((file) => file.AdminPlansPage),
      },
      {
        path: 'payment-methods',
        title: pageTitle('adminMethods'),
        canActivate: needs('billing.payment-methods-write'),
        canDeactivate: [keepsChanges],
        loadComponent: () => import('./methods/methods-page').then((file) => file.AdminMethodsPage),
      },
      {
        path: 'issuer',
        title: pageTitle('adminIssuer'),
        canActivate: needs('billing.issuer-read'),
        resolve: opens(issuerTexts),
        canDeactivate: [keepsChanges],
        loadComponent: () => import('./issuer/issuer-page').then((file) => file.IssuerPage),
      },
      {
        path: 'members',
        title: pageTitle('adminMembers'),
        canActivate: needs('accounts.members-read'),
        loadComponent: () => import('./members/members-page').then((file) => file.MembersPage),
      },
      {
        path: 'members/import',
        title: pageTitle('adminImport'),
        canActivate: needs('accounts.members-write'),
        loadComponent: () => import('./members/import-page').then((file) => file.ImportPage),
      },
      {
        path: 'members/labels',
        title: pageTitle('adminLabels'),
        canActivate: needs('accounts.members-write'),
        loadComponent: () => import('./members/labels-page').then((file) => file.LabelsPage),
      },
      {
        path: 'members/:id',
        title: pageTitle('adminMember'),
        canActivate: needs('accounts.members-read'),
        resolve: opens(deliveryTexts),
        loadComponent: () => import('./members/member-file-page').then((file) => file.MemberFilePage),
      },
      {
        path: 'organisation',
        title: pageTitle('adminOrganisation'),
        canActivate: needs('accounts.organisation-write'),
        resolve: opens(academyTexts),
        canDeactivate: [keepsChanges],
        loadComponent: () => import('./academy/organisation-page').then((file) => file.OrganisationPage),
      },
      {
        path: 'features',
        title: pageTitle('adminFeatures'),
        canActivate: needs('accounts.flags-write'),
        resolve: opens(academyTexts),
        loadComponent: () => import('./academy/features-page').then((file) => file.FeaturesPage),
      },
      {
        path: 'legal-texts',
        title: pageTitle('adminLegal'),
        canActivate: needs('accounts.legal-texts-write'),
        resolve: opens(academyTexts),
        canDeactivate: [keepsChanges],
        loadComponent: () => import('./academy/legal-texts-page').then((file) => file.LegalTextsPage),
      },
      {
        path: 'notifications',
        title: pageTitle('adminDesk'),
        canActivate: needs('notifications.mail-read'),
        resolve: opens(deskTexts, deliveryTexts),
        loadComponent: () => import('./notifications/desk-page').then((file) => file.DeskPage),
      },
      {
        path: 'notifications/log',
        title: pageTitle('adminLog'),
        canActivate: needs('notifications.mail-read'),
        resolve: opens(deskTexts, deliveryTexts),
        loadComponent: () => import('./notifications/log-page').then((file) => file.LogPage),
      },
      {
        path: 'notifications/deliveries/:id',
        title: pageTitle('adminDelivery'),
        canActivate: needs('notifications.mail-read'),
        resolve: opens(deskTexts, deliveryTexts),
        loadComponent: () => import('./notifications/delivery-page').then((file) => file.DeliveryPage),
      },
      {
        path: 'rehearsal',
        title: pageTitle('adminRehearsal'),
        canActivate: needs('notifications.mail-read'),
        loadComponent: () => import('./rehearsal-page').then((file) => file.RehearsalPage),
      },
      {
        path: 'notifications/whatsapp',
        title: pageTitle('adminWhatsApp'),
        canActivate: needs('notifications.words-write'),
        resolve: opens(wordingTexts),
        canDeactivate: [keepsChanges],
        loadComponent: () => import('./notifications/whatsapp-page').then((file) => file.WhatsAppPage),
      },
      {
        path: 'notifications/words',
        title: pageTitle('adminWords'),
        canActivate: needs('notifications.words-write'),
        resolve: opens(wordingTexts),
        loadComponent: () => import('./notifications/words-page').then((file) => file.WordsPage),
      },
      {
        path: 'notifications/words/:kind/:name/:locale',
        title: pageTitle('adminWord'),
        canActivate: needs('notifications.words-write'),
        resolve: opens(wordingTexts),
        canDeactivate: [keepsChanges],
        loadComponent: () => import('./notifications/words-editor-page').then((file) => file.WordsEditorPage),
      },
      {
        path: 'notifications/broadcasts',
        title: pageTitle('adminBroadcasts'),
        canActivate: needs('notifications.broadcast'),
        resolve: opens(wordingTexts),
        loadComponent: () => import('./notifications/broadcasts-page').then((file) => file.BroadcastsPage),
      },
      {
        path: 'notifications/broadcasts/:id',
        title: pageTitle('adminBroadcast'),
        canActivate: needs('notifications.broadcast'),
        resolve: opens(wordingTexts),
        canDeactivate: [keepsChanges],
        loadComponent: () => import('./notifications/broadcast-page').then((file) => file.BroadcastPage),
      },
      {
        path: 'audit-log',
        title: pageTitle('adminAudit'),
        canActivate: needs('audit.read'),
        loadComponent: () => import('./audit-page').then((file) => file.AuditPage),
      },
      {
        path: 'events',
        title: pageTitle('adminEvents'),
        canActivate: needs('operations.events-read'),
        loadComponent: () => import('./events-page').then((file) => file.EventsPage),
      },
      {
        path: 'health',
        title: pageTitle('adminHealth'),
        loadComponent: () => import('./health-page').then((file) => file.HealthPage),
      },
    ],
  },
];
