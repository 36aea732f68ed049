import { Injectable } from '@nestjs/common';
import { ContactBook, FeatureFlags, type Contact } from '@calmness/accounts';
import type { NotificationChannel } from '@calmness/contracts';
import type { IsoInstant } from '@calmness/events';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { TickScheduler } from '@calmness/platform/events';
import { newId, type Uuid } from '@calmness/platform/ids';
import { SubjectSources, type SubjectDescription } from '@calmness/platform/subjects';
import { lanes } from '@calmness/platform/vendors';
import { DeliveryRepository } from '../../delivery/persistence/delivery.repository';
import type { DeliveryEntity } from '../../delivery/persistence/delivery.entity';
import type { NewNotification } from '../../inbox/persistence/notification.repository';
import { WriteInbox } from '../../inbox/application/write-inbox';
import { nextDigestAt } from '../../preferences/domain/digest';
import { Preferences } from '../../preferences/application/preferences';
import { typeset } from '../../typography';
import { laneOf, only, type Announcement } from '../domain/announcement';
import { announcements, type AnnouncementName } from '../domain/announcements';
import type { IntentEntity } from '../persistence/intent.entity';
import { strangerOf } from '../domain/stranger';
import { IntentRepository } from '../persistence/intent.repository';
import { ChooseChannels, type Choice, type ChosenPlace } from './choose-channels';
import { newborn } from './newborn-delivery';

export interface AnnounceCommand {
  name: AnnouncementName;
  subjectId: Uuid;
  /** The member the news concerns; the staff is found by permission. */
  memberId: Uuid;
  /** Tells apart the times the same subject makes news, e.g. each renewal; the subject alone otherwise. */
  occurrence?: string;
  /** Of the event that made it news: a replay after a week speaks to nobody. Now, when left out. */
  happenedAt?: IsoInstant;
  /** Nothing leaves from then on; a week after it happened when left out. */
  expiresAt?: Date;
  /** Tells apart the reminders of one occurrence that say the same, e.g. each week of a delay. */
  offset?: string;
  /** Only through these; through all of its own when left out. */
  channels?: readonly NotificationChannel[];
  /** False when the caller tells many and wakes the senders once, after all of them. */
  wakesSenders?: false;
}

export const sendTick = 'notifications.send';

/** How long news without an end of its own is news. */
const dayMs = 86_400_000;
const graceMs = 7 * dayMs;

/**
 * Turns one piece of news into one decision a person, and that into a row of his list and a delivery by every channel
 * that may be used: all in one transaction, each at most once for ever.
 */
@Injectable()
export class Announce {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contacts: ContactBook,
    private readonly featureFlags: FeatureFlags,
    private readonly subjects: SubjectSources,
    private readonly inbox: WriteInbox,
    private readonly intents: IntentRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly chooseChannels: ChooseChannels,
    private readonly preferences: Preferences,
    private readonly ticks: TickScheduler,
    private readonly clock: Clock,
  ) {}

  async execute(command: AnnounceCommand): Promise<void> {
    const announcement = only(announcements[command.name], command.channels);
    const recipients = await this.audience(announcement, command);
    await this.unitOfWork.run(async (tx) => {
      for (const recipient of recipients) await this.tell(tx, announcement, command, recipient);
      if (command.wakesSenders !== false) tx.afterCommit(() => this.ticks.wake(sendTick));
    });
  }

  private async audience(
    { audience, flag }: Announcement,
    { memberId, subjectId }: AnnounceCommand,
  ): Promise<Contact[]> {
    if (audience === 'stranger') return [strangerOf(subjectId)];
    if (flag && !(await this.featureFlags.isOn(flag, memberId))) return [];
    if (audience !== 'member' && audience !== 'erased-member') return this.contacts.staffWith(audience);
    const erased = audience === 'erased-member';
    const member = await (erased ? this.contacts.farewellOf(memberId) : this.contacts.contactOf(memberId));
    return member ? [member] : [];
  }

  private async tell(
    tx: Transaction,
    announcement: Announcement,
    command: AnnounceCommand,
    recipient: Contact,
  ): Promise<void> {
    const now = this.clock.now();
    const subject = await this.subjectOf(announcement, command, recipient);
    const choice = await this.chooseChannels.execute(command.name, announcement, recipient, subject);
    const intent = intentOf(announcement, command, recipient.memberId, now);
    const late = intent.expiresAt <= now;
    const decisions = late ? allExpired(choice) : choice.decisions;
    const row = decisions.in_app === 'told' ? rowOf(announcement, intent, recipient, subject) : null;
    if (decisions.in_app === 'told' && !row) decisions.in_app = 'subject-gone';
    if (!(await this.intents.add(tx, { ...intent, decisions })) || late) return;
    if (row) await this.inbox.add(tx, row);
    const digestAt = choice.digested ? await this.digestAt(announcement, recipient, now) : undefined;
    for (const chosen of choice.places)
      await this.deliveries.add(tx, deliveryOf(announcement, intent, chosen, { now, digestAt }));
  }

  private async digestAt(announcement: Announcement, { memberId, timezone }: Contact, now: Date) {
    const chosen = await this.preferences.of(memberId);
    return nextDigestAt(chosen.digestOf(announcement.category), now, timezone);
  }

  /** A mail asks for its subject when it leaves. */
  private async subjectOf(
    { subjectKind, inApp, direct }: Announcement,
    { subjectId }: AnnounceCommand,
    { memberId, locale }: Contact,
  ): Promise<SubjectDescription | null> {
    if (!inApp && !direct) return null;
    return this.subjects.of(subjectKind).describe(subjectId, memberId, locale);
  }
}

/** The row of the list; null when its subject is gone. */
function rowOf(
  { inApp, category }: Announcement,
  intent: IntentEntity,
  { memberId, locale }: Contact,
  subject: SubjectDescription | null,
): NewNotification | null {
  if (!subject || !inApp) return null;
  const { type, severity, texts } = inApp;
  const { title, body } = texts[locale]({ ...subject.facts, title: subject.title });
  return {
    ...{ id: newId(), memberId, type, category, severity },
    title: typeset(title, locale),
    body: typeset(body, locale),
    url: subject.url ?? null,
    dedupeKey: intent.dedupeKey,
    createdAt: intent.createdAt,
  };
}

function allExpired({ decisions }: Choice): Choice['decisions'] {
  return Object.fromEntries(Object.keys(decisions).map((channel) => [channel, 'expired' as const]));
}

function intentOf(
  { category }: Announcement,
  { name, subjectId, occurrence, offset, happenedAt, expiresAt }: AnnounceCommand,
  recipientId: Uuid,
  now: Date,
): IntentEntity {
  const since = happenedAt ? new Date(happenedAt) : now;
  return {
    id: newId(),
    announcement: name,
    category,
    recipientId,
    subjectId,
    occurrence: occurrence ?? null,
    dedupeKey: [name, subjectId, occurrence ?? '', ...(offset ? [offset] : []), recipientId].join('|'),
    decisions: {},
    finalStates: {},
    expiresAt: expiresAt ?? new Date(since.getTime() + graceMs),
    test: false,
    createdAt: now,
  };
}

function deliveryOf(
  announcement: Announcement,
  intent: IntentEntity,
  { channel, place }: ChosenPlace,
  { now, digestAt }: { now: Date; digestAt?: Date },
): DeliveryEntity {
  return {
    ...newborn(now),
    intentId: intent.id,
    channel,
    template: channel === 'email' && announcement.mail ? announcement.mail : intent.announcement,
    category: announcement.category,
    lane: lanes.indexOf(laneOf(announcement)),
    recipientId: intent.recipientId,
    subjectKind: announcement.subjectKind,
    subjectId: intent.subjectId,
    occurrence: intent.occurrence,
    dedupeKey: [channel, intent.dedupeKey, ...(place.id ? [place.id] : [])].join('|'),
    ...(channel === 'email' && digestAt
      ? waiting(intent, digestAt)
      : leaving(intent, now, announcement.unlessReadFor?.[channel])),
    placeId: place.id ?? null,
    test: intent.test,
  };
}

/** Into a summary. A week's news may just miss the summary of the week: it is news a day longer. */
function waiting({ expiresAt }: IntentEntity, digestAt: Date) {
  const longer = new Date(digestAt.getTime() + dayMs);
  return {
    ...{ state: 'digested' as const, nextAttemptAt: digestAt, unlessRead: false },
    expiresAt: longer > expiresAt ? longer : expiresAt,
  };
}

/** Now, or once the list had its time; `patience` in seconds. */
function leaving({ expiresAt }: IntentEntity, now: Date, patience?: number) {
  const nextAttemptAt = new Date(now.getTime() + (patience ?? 0) * 1_000);
  return { state: 'queued' as const, nextAttemptAt, unlessRead: patience !== undefined, expiresAt };
}
