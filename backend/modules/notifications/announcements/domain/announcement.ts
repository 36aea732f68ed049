import type {
  Flag,
  NotificationCategory,
  NotificationChannel,
  NotificationSeverity,
  NotificationType,
  OutgoingChannel,
  Permission,
  ShortChannel,
} from '@calmness/contracts';
import type { Lane } from '@calmness/platform/vendors';
import type { MailTemplateName } from '../../delivery/templates/mail-templates';
import type { InAppTexts } from './in-app-texts';

/** Who is told what, through which channels. A new kind of news is a new line here. */
export interface Announcement {
  /** Kind of the subject whose description fills the texts. */
  subjectKind: string;
  /**
   * `erased-member`: whom the house no longer knows, while it knows where to say so. `stranger`: who wrote without an
   * account; the subject knows where to answer.
   */
  audience: 'member' | 'erased-member' | 'stranger' | Permission;
  /** What it is about: decides who may not want to hear it. */
  category: NotificationCategory;
  inApp?: { type: NotificationType; severity: NotificationSeverity; texts: InAppTexts };
  /** A few lines to where a phone rings; often the words of the list. */
  short?: { texts: InAppTexts; channels: readonly ShortChannel[] };
  mail?: MailTemplateName;
  /** Seconds a channel waits, to stay silent when the list was read by then: one event, the best channel. */
  unlessReadFor?: Partial<Record<OutgoingChannel, number>>;
  /** Goes where its subject says, whatever was chosen: a code somebody has just asked for, or a summary. */
  direct?: true;
  /** Not told while this feature is off for the member; what security or the law asks for has none. */
  flag?: Flag;
}

const lanesByCategory: Record<NotificationCategory, Lane> = {
  security: 'critical',
  billing: 'transactional',
  subscription: 'reminder',
  formations: 'reminder',
  coaching: 'reminder',
  loans: 'reminder',
  signals: 'transactional',
  support: 'transactional',
  staff: 'reminder',
  news: 'bulk',
  offers: 'bulk',
};

/** Who goes first when not everybody can. */
export function laneOf({ category }: Announcement): Lane {
  return lanesByCategory[category];
}

/** The same news through these channels alone; through all of its own when none are named. */
export function only(
  announcement: Announcement,
  channels: readonly NotificationChannel[] | undefined,
): Announcement {
  if (!channels) return announcement;
  const { inApp, mail, short, ...rest } = announcement;
  const ringing = short?.channels.filter((channel) => channels.includes(channel)) ?? [];
  return {
    ...rest,
    ...(inApp && channels.includes('in_app') ? { inApp } : {}),
    ...(mail && channels.includes('email') ? { mail } : {}),
    ...(short && ringing.length > 0 ? { short: { ...short, channels: ringing } } : {}),
  };
}

/** The channels it would leave by, were nothing in the way. */
export function outgoingChannels({ mail, short }: Announcement): OutgoingChannel[] {
  return [...(mail ? (['email'] as const) : []), ...(short?.channels ?? [])];
}
