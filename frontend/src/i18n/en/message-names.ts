import type { NotificationCategory, NotificationChannel } from '@calmness/contracts';

/** What a message goes through and what it is about, for the staff and in what became of it: said once. */
export const channelNames: Record<NotificationChannel, string> = {
  in_app: 'In the space',
  email: 'E-mail',
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  discord: 'Discord',
  push: 'Notification on the device',
};
export const categoryNames: Record<NotificationCategory, string> = {
  security: 'Security',
  billing: 'Payments and invoices',
  subscription: 'Subscription',
  formations: 'Formations',
  coaching: 'Coaching',
  loans: 'Equipment loans',
  signals: 'Signals',
  support: 'Support',
  staff: 'Staff',
  news: 'Life of the academy',
  offers: 'Offers',
};
