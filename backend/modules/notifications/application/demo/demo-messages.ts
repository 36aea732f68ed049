import type { NotificationCategory, NotificationSeverity, NotificationType } from '@calmness/contracts';

/** One message of the demonstration's past: what the house said then, and how it arrived. */
export interface DemoMessage {
  key: string;
  email: string;
  daysAgo: number;
  announcement: string;
  category: NotificationCategory;
  type: NotificationType;
  severity: NotificationSeverity;
  title: string;
  body: string;
  url: string;
  read: boolean;
  /** The mail that went with it, if one did. */
  mail?: { template: string; state: 'sent' | 'failed' | 'unknown'; reason?: string };
}

const jean = 'test@calmnessfi.com';
const awa = 'coach@calmnessfi.com';
const billing = { category: 'billing', url: '/user/payments' } as const;

/** The words are the house's own, as it would have said them on that day. */
export const demoMessages: readonly DemoMessage[] = [
  {
    ...billing,
    key: 'demo-rejected',
    email: jean,
    daysAgo: 130,
    announcement: 'payment-rejected',
    type: 'payment_rejected',
    severity: 'warning',
    title: 'Paiement non retrouvé',
    body: 'Nous n’avons pas retrouvé votre paiement en crypto. Vérifiez l’adresse, puis déclarez-le à nouveau.',
    // Its mail is no longer in the log, which forgets after ninety days.
    read: true,
  },
  {
    ...billing,
    key: 'demo-received',
    email: jean,
    daysAgo: 39,
    announcement: 'payment-received',
    type: 'payment_received',
    severity: 'success',
    title: 'Paiement reçu',
    body: 'Votre virement est validé. Merci pour votre confiance !',
    read: true,
  },
  {
    ...billing,
    key: 'demo-active',
    email: jean,
    daysAgo: 39,
    announcement: 'subscription-activated',
    type: 'subscription_activated',
    severity: 'success',
    title: 'Votre abonnement Premium est actif',
    body: 'Toutes les formations vous sont ouvertes.',
    read: true,
  },
  {
    key: 'demo-invoice',
    email: jean,
    daysAgo: 39,
    announcement: 'invoice-issued',
    category: 'billing',
    type: 'invoice_issued',
    severity: 'info',
    title: 'Votre facture est prête',
    body: 'Elle vous attend dans vos factures, et par e-mail.',
    url: '/user/invoices',
    read: true,
    mail: { template: 'invoice-ready', state: 'sent' },
  },
  {
    ...billing,
    key: 'demo-ending',
    email: jean,
    daysAgo: 12,
    announcement: 'subscription-ends-in-3',
    category: 'subscription',
    type: 'subscription_expiring',
    severity: 'warning',
    title: 'Plus que 3 jours d’accès',
    body: 'Renouvelez votre abonnement pour ne manquer aucune séance.',
    read: false,
    mail: { template: 'subscription-ends-in-3', state: 'sent' },
  },
  {
    key: 'demo-device',
    email: jean,
    daysAgo: 2,
    announcement: 'new-device',
    category: 'security',
    type: 'security',
    severity: 'warning',
    title: 'Nouvel appareil',
    body: 'Connexion depuis Firefox sur Windows (France). Ce n’était pas vous ? Sécurisez votre compte.',
    url: '/user/gestion/security',
    read: false,
    mail: { template: 'new-device', state: 'sent' },
  },
  {
    ...billing,
    key: 'demo-active-awa',
    email: awa,
    daysAgo: 60,
    announcement: 'subscription-activated',
    type: 'subscription_activated',
    severity: 'success',
    title: 'Votre abonnement Intensif est actif',
    body: 'Toutes les formations vous sont ouvertes.',
    read: true,
    mail: { template: 'invoice-ready', state: 'failed', reason: 'smtp-550' },
  },
];
