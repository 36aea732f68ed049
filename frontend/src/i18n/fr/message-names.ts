import type { NotificationCategory, NotificationChannel } from '@calmness/contracts';

/** What a message goes through and what it is about, for the staff and in what became of it: said once. */
export const channelNames: Record<NotificationChannel, string> = {
  in_app: 'Dans l’espace',
  email: 'E-mail',
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  discord: 'Discord',
  push: 'Notification sur l’appareil',
};
export const categoryNames: Record<NotificationCategory, string> = {
  security: 'Sécurité',
  billing: 'Paiements et factures',
  subscription: 'Abonnement',
  formations: 'Formations',
  coaching: 'Coaching',
  loans: 'Prêts de matériel',
  signals: 'Signaux',
  support: 'Support',
  staff: 'Équipe',
  news: 'Vie de l’académie',
  offers: 'Offres',
};
