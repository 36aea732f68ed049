import type { ReminderSwitch } from '@calmness/contracts';
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
  /** The member may do without this one. */
  switch?: ReminderSwitch;
}
export interface Calendar {
  /** Kind of the `SubjectSource` that knows whether it is still true. */
  subjectKind: string;
  /** In time. */
  offsets: readonly ReminderOffset[];
  /** The last offset comes again so many days later, for as long as it is true. */
  repeatsEveryDays?: number;
}

const evening: Grace = { until: '20:00' };
const untilStart: Grace = { minutesFromStart: 0 };
const dayKey = (days: number): string => `${days > 0 ? '+' : ''}${days}d`;

const onDay = (days: number, at: string, announcement: AnnouncementName): ReminderOffset => ({
  key: dayKey(days),
  when: { days, at },
  grace: evening,
  announcement,
});
const morning = (days: number, announcement: AnnouncementName) => onDay(days, '09:00', announcement);
const ahead = (key: string, minutes: number, announcement: AnnouncementName): ReminderOffset => ({
  ...{ key, when: { minutes }, grace: untilStart },
  announcement,
});

/** The four a borrower may switch off one by one; a delay is always told. */
const twoDaysBefore = { ...morning(-2, 'loan-due-in-2'), switch: 'loan.-2d' } as const;
const dayBefore = { ...morning(-1, 'loan-due-in-1'), switch: 'loan.-1d' } as const;
const dayOfReturn = { ...onDay(0, '08:00', 'loan-due-today'), switch: 'loan.0d' } as const;
const twoHoursBefore = { ...ahead('-2h', -2 * 60, 'loan-due-in-2h'), switch: 'loan.-2h' } as const;

/** Late: the day after, three days after, and every week from then on. */
const loan = (...before: ReminderOffset[]): Calendar => ({
  subjectKind: 'equipment.loan',
  offsets: [...before, ...[1, 3, 7].map((days) => onDay(days, '10:00', 'loan-overdue'))],
  repeatsEveryDays: 7,
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
  'formation-session': {
    subjectKind: 'formations.session',
    offsets: [
      {
        ...ahead('-24h', -24 * 60, 'formation-session-24h'),
        // Told up to twelve hours late: after that the one of the last hour is near.
        grace: { minutesFromStart: -12 * 60 },
      },
      ahead('-1h', -60, 'formation-session-1h'),
      ahead('-15m', -15, 'formation-session-15m'),
    ],
  },
  'coaching-session': {
    subjectKind: 'coaching.session',
    offsets: [ahead('-30m', -30, 'coaching-session-30m')],
  },
  /** Two days at most. A loan that is prolonged into another class ends as one kind and begins as the other. */
  'loan-short': loan(twoHoursBefore),
  /** Three to thirty days. */
  'loan-medium': loan(twoDaysBefore, dayBefore, dayOfReturn, twoHoursBefore),
  /** Longer than thirty days. */
  'loan-long': loan(morning(-7, 'loan-due-in-7'), twoDaysBefore, dayBefore, dayOfReturn),
};

/** The reminder of a calendar that bears this key, one of its repetitions included. */
export function offsetOf(calendar: Calendar, key: string): ReminderOffset | undefined {
  return calendar.offsets.find((offset) => offset.key === key) ?? repetitionOf(calendar, key);
}

function repetitionOf({ offsets, repeatsEveryDays }: Calendar, key: string): ReminderOffset | undefined {
  const last = offsets.at(-1);
  const days = Number(/^\+(\d+)d$/.exec(key)?.[1]);
  if (!last || !repeatsEveryDays || !('days' in last.when)) return undefined;
  const later = days - last.when.days;
  return later > 0 && later % repeatsEveryDays === 0 ? repetition(last, last.when.at, days) : undefined;
}

function repetition(last: ReminderOffset, at: string, days: number): ReminderOffset {
  return { ...last, key: dayKey(days), when: { days, at } };
}

/** What follows the last reminder of a calendar, or one of its repetitions; undefined after any other. */
export function following(calendar: Calendar, key: string): ReminderOffset | undefined {
  const { repeatsEveryDays, offsets } = calendar;
  const offset = offsetOf(calendar, key);
  const isEarlier = offsets.some((one) => one.key === key) && offsets.at(-1)?.key !== key;
  if (!repeatsEveryDays || !offset || isEarlier || !('days' in offset.when)) return undefined;
  return repetition(offset, offset.when.at, offset.when.days + repeatsEveryDays);
}
