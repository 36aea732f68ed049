import type { AnnouncementName } from '../../announcements/domain/announcements';

/** When a reminder is due: on a calendar day of its reader at a wall time, or so many minutes from the instant. */
export type When = { days: number; at: string } | { minutes: number };
/** Until when it still makes sense: a wall time of the same day, or so many minutes from the instant itself. */
export type Grace = { until: string } | { minutesFromStart: number };

export interface ReminderOffset {
  /** Part of the key that tells a reminder once: never renamed. */
  key: string;
  when: When;
  grace: Grace;
  announcement: AnnouncementName;
}
export interface Calendar {
  /** Kind of the `SubjectSource` that knows whether it is still true. */
  subjectKind: string;
  /** In time. */
  offsets: readonly ReminderOffset[];
}

const morning = (days: number, announcement: AnnouncementName): ReminderOffset => ({
  key: `${days > 0 ? '+' : ''}${days}d`,
  when: { days, at: '09:00' },
  grace: { until: '20:00' },
  announcement,
});

/**
 * Who is reminded of what, as data. Days count between the reader's local date and the day of the anchor, so that
 * "one day before" is a calendar day and never 86 400 seconds. A new kind is a line here and an `anchored` event.
 */
export const calendars: Readonly<Record<string, Calendar>> = {
  subscription: {
    subjectKind: 'billing.subscription',
    offsets: [
      morning(-7, 'subscription-ends-in-7'),
      morning(-3, 'subscription-ends-in-3'),
      morning(-2, 'subscription-ends-in-2'),
      morning(-1, 'subscription-ends-in-1'),
      morning(1, 'subscription-ended-1'),
      morning(2, 'subscription-ended-2'),
      morning(3, 'subscription-ended-3'),
    ],
  },
};
