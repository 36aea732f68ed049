import {
  mdiAccountGroupOutline,
  mdiBankOutline,
  mdiBullhornOutline,
  mdiCalendarClockOutline,
  mdiCashRefund,
  mdiCardAccountDetailsOutline,
  mdiCreditCardCheckOutline,
  mdiDomain,
  mdiEmailFastOutline,
  mdiFileDocumentOutline,
  mdiFileSign,
  mdiFileExportOutline,
  mdiHeartPulse,
  mdiHistory,
  mdiInboxOutline,
  mdiPlaylistStar,
  mdiRepeat,
  mdiScaleBalance,
  mdiStorefrontOutline,
  mdiTextBoxEditOutline,
  mdiTicketPercentOutline,
  mdiToggleSwitchOutline,
  mdiWhatsapp,
} from '@mdi/js';
import type { Permission } from '@calmness/contracts';
import type { admin } from '../../i18n/fr/admin';

export interface Room {
  link: string;
  label: keyof (typeof admin)['nav'];
  icon: string;
  /** Only this very path, not those below it. */
  exact?: boolean;
  /** Whom the room opens for. */
  duty: Permission;
}

/** The rooms of the administration, in the order of its sidebar. A new one is a line here and a route. */
export const adminRooms: readonly Room[] = [
  { link: '/admin', label: 'dayQueue', icon: mdiInboxOutline, exact: true, duty: 'staff.day-queue' },
  {
    link: '/admin/payments',
    label: 'payments',
    icon: mdiCreditCardCheckOutline,
    duty: 'billing.payments-read',
  },
  { link: '/admin/refunds', label: 'refunds', icon: mdiCashRefund, duty: 'billing.payments-read' },
  { link: '/admin/invoices', label: 'invoices', icon: mdiFileDocumentOutline, duty: 'billing.invoices-read' },
  {
    link: '/admin/subscriptions',
    label: 'subscriptions',
    icon: mdiCardAccountDetailsOutline,
    exact: true,
    duty: 'billing.subscriptions-read',
  },
  {
    link: '/admin/subscriptions/requests',
    label: 'requests',
    icon: mdiFileSign,
    duty: 'billing.subscriptions-read',
  },
  { link: '/admin/coupons', label: 'coupons', icon: mdiTicketPercentOutline, duty: 'billing.coupons-write' },
  { link: '/admin/exports', label: 'exports', icon: mdiFileExportOutline, duty: 'billing.exports' },
  { link: '/admin/members', label: 'members', icon: mdiAccountGroupOutline, duty: 'accounts.members-read' },
  { link: '/admin/plans', label: 'plans', icon: mdiPlaylistStar, duty: 'billing.plans-write' },
  {
    link: '/admin/payment-methods',
    label: 'methods',
    icon: mdiBankOutline,
    duty: 'billing.payment-methods-write',
  },
  { link: '/admin/issuer', label: 'issuer', icon: mdiDomain, duty: 'billing.issuer-read' },
  {
    link: '/admin/notifications',
    label: 'deliveries',
    icon: mdiEmailFastOutline,
    exact: true,
    duty: 'notifications.mail-read',
  },
  {
    link: '/admin/rehearsal',
    label: 'rehearsal',
    icon: mdiCalendarClockOutline,
    duty: 'notifications.mail-read',
  },
  {
    link: '/admin/notifications/words',
    label: 'words',
    icon: mdiTextBoxEditOutline,
    duty: 'notifications.words-write',
  },
  {
    link: '/admin/notifications/whatsapp',
    label: 'whatsapp',
    icon: mdiWhatsapp,
    duty: 'notifications.words-write',
  },
  {
    link: '/admin/notifications/broadcasts',
    label: 'broadcasts',
    icon: mdiBullhornOutline,
    duty: 'notifications.broadcast',
  },
  {
    link: '/admin/organisation',
    label: 'organisation',
    icon: mdiStorefrontOutline,
    duty: 'accounts.organisation-write',
  },
  { link: '/admin/features', label: 'features', icon: mdiToggleSwitchOutline, duty: 'accounts.flags-write' },
  { link: '/admin/legal-texts', label: 'legal', icon: mdiScaleBalance, duty: 'accounts.legal-texts-write' },
  { link: '/admin/audit-log', label: 'audit', icon: mdiHistory, duty: 'audit.read' },
  { link: '/admin/events', label: 'events', icon: mdiRepeat, duty: 'operations.events-read' },
  { link: '/admin/health', label: 'health', icon: mdiHeartPulse, duty: 'staff.day-queue' },
];
