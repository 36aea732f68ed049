import {
  digestableCategories,
  type DigestChoice,
  type DigestRhythm,
  type NotificationCategory,
} from '@calmness/contracts';
import { addDays, dayIn } from '@calmness/platform/clock';

/** What a member chose, by category. */
export type Digests = Readonly<Partial<Record<NotificationCategory, DigestRhythm>>>;

const byDefault: Digests = { staff: 'daily' };

const morning = '08:30';
const monday = 1;

export function isDigestable(category: NotificationCategory): boolean {
  return (digestableCategories as readonly NotificationCategory[]).includes(category);
}

export function digestOf(category: NotificationCategory, chosen: Digests): DigestRhythm {
  return isDigestable(category) ? (chosen[category] ?? byDefault[category] ?? 'each') : 'each';
}

export function withDigest(digests: Digests, { category, rhythm }: DigestChoice): Digests {
  return { ...digests, [category]: rhythm };
}

/** 08:30 in the reader's zone, the next day that has a summary; now for who wants each mail. */
export function nextDigestAt(rhythm: DigestRhythm, now: Date, zone: string): Date {
  if (rhythm === 'each') return now;
  let day = dayIn(now, zone);
  while (at(day, zone) <= now || (rhythm === 'weekly' && Temporal.PlainDate.from(day).dayOfWeek !== monday))
    day = addDays(day, 1);
  return at(day, zone);
}

function at(day: string, zone: string): Date {
  const zoned = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: morning });
  return new Date(zoned.epochMilliseconds);
}
