import type { Announcement } from './announcement';
import type { InAppTexts } from './in-app-texts';

/** The alert speaks for itself: its title says what is wrong, its fact how bad. */
const alertText: InAppTexts = {
  fr: ({ title, detail }) => ({ title: title ?? 'Alerte', body: detail ?? '' }),
  en: ({ title, detail }) => ({ title: title ?? 'Alert', body: detail ?? '' }),
};

/** What the house tells those who run it. No mail: it may be mails that do not leave. */
export const deskAnnouncements = {
  'delivery-alert': {
    subjectKind: 'notifications.alert',
    category: 'staff',
    audience: 'notifications.desk-manage',
    inApp: { type: 'delivery_alert', severity: 'critical', texts: alertText },
  },
} as const satisfies Record<string, Announcement>;
