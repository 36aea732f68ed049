import {
  subscriptionReminderNames,
  subscriptionWords,
  type SubscriptionReminderName,
} from '../../reminders/domain/subscription-words';
import type { Announcement } from './announcement';

const ending = { type: 'subscription_expiring', severity: 'warning' } as const;
const ended = { type: 'subscription_expired', severity: 'critical' } as const;

/** Each reminder of a subscription: in the list and by mail. */
export const subscriptionReminderAnnouncements = Object.fromEntries(
  subscriptionReminderNames.map((name): [SubscriptionReminderName, Announcement] => {
    const look = name.startsWith('subscription-ends') ? ending : ended;
    const inApp = { ...look, texts: subscriptionWords[name] };
    return [
      name,
      {
        subjectKind: 'billing.subscription',
        category: 'subscription',
        audience: 'member',
        inApp,
        mail: name,
      },
    ];
  }),
) as Record<SubscriptionReminderName, Announcement>;
