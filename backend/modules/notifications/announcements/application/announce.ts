import { Injectable } from '@nestjs/common';
import { ContactBook, FeatureFlags, type Contact } from '@calmness/accounts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { TickScheduler } from '@calmness/platform/events';
import { newId, type Uuid } from '@calmness/platform/ids';
import { SubjectSources } from '@calmness/platform/subjects';
import { DeliveryRepository } from '../../delivery/persistence/delivery.repository';
import type { MailTemplateName } from '../../delivery/templates/mail-templates';
import { NotificationRepository } from '../../inbox/persistence/notification.repository';
import { typeset } from '../../typography';
import { Preferences } from '../../preferences/application/preferences';
import type { Announcement } from '../domain/announcement';
import { announcements, type AnnouncementName } from '../domain/announcements';

export interface AnnounceCommand {
  name: AnnouncementName;
  subjectId: Uuid;
  /** The member the news concerns; the staff is found by permission. */
  memberId: Uuid;
  /** Tells apart the times the same subject makes news, e.g. each renewal; the subject alone otherwise. */
  occurrence?: string;
  /** Tells apart the reminders of one occurrence that say the same, e.g. each week of a delay. */
  offset?: string;
}

export const sendMailsTick = 'notifications.send-mails';

/** Turns one piece of news into in-app rows and mail intents, each at most once for ever. */
@Injectable()
export class Announce {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contacts: ContactBook,
    private readonly featureFlags: FeatureFlags,
    private readonly subjects: SubjectSources,
    private readonly notifications: NotificationRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly preferences: Preferences,
    private readonly ticks: TickScheduler,
    private readonly clock: Clock,
  ) {}

  async execute(command: AnnounceCommand): Promise<void> {
    const announcement: Announcement = announcements[command.name];
    const recipients = await this.audience(announcement, command.memberId);
    await this.unitOfWork.run(async (tx) => {
      for (const recipient of recipients) {
        await this.tellInApp(tx, announcement, command, recipient);
        await this.intendMail(tx, announcement, command, recipient);
      }
      tx.afterCommit(() => this.ticks.wake(sendMailsTick));
    });
  }

  private async audience(announcement: Announcement, memberId: Uuid): Promise<Contact[]> {
    const { audience, flag } = announcement;
    if (flag && !(await this.featureFlags.isOn(flag, memberId))) return [];
    if (audience !== 'member' && audience !== 'erased-member') return this.contacts.staffWith(audience);
    const erased = audience === 'erased-member';
    const member = await (erased ? this.contacts.farewellOf(memberId) : this.contacts.contactOf(memberId));
    return member ? [member] : [];
  }

  private async tellInApp(
    tx: Transaction,
    announcement: Announcement,
    command: AnnounceCommand,
    recipient: Contact,
  ): Promise<void> {
    if (!announcement.inApp) return;
    const { memberId, locale } = recipient;
    const { category } = announcement;
    if (!(await this.preferences.wants(memberId, { category, channel: 'in_app' }))) return;
    const subject = await this.subjects
      .of(announcement.subjectKind)
      .describe(command.subjectId, memberId, locale);
    if (!subject) return;
    const { type, severity, texts } = announcement.inApp;
    const { title, body } = texts[locale]({ ...subject.facts, title: subject.title });
    await this.notifications.add(tx, {
      id: newId(),
      memberId,
      type,
      severity,
      title: typeset(title, locale),
      body: typeset(body, locale),
      url: subject.url ?? null,
      dedupeKey: keyOf(command, memberId),
      createdAt: this.clock.now(),
      readAt: null,
      deletedAt: null,
    });
  }

  private async intendMail(
    tx: Transaction,
    announcement: Announcement,
    command: AnnounceCommand,
    recipient: Contact,
  ): Promise<void> {
    if (!announcement.mail) return;
    const now = this.clock.now();
    await this.deliveries.add(tx, {
      ...queued(announcement, announcement.mail, now),
      recipientId: recipient.memberId,
      subjectKind: announcement.subjectKind,
      subjectId: command.subjectId,
      occurrence: command.occurrence ?? null,
      dedupeKey: `email|${keyOf(command, recipient.memberId)}`,
    });
  }
}

function keyOf(command: AnnounceCommand, recipientId: Uuid): string {
  const { name, subjectId, occurrence = '', offset } = command;
  return [name, subjectId, occurrence, ...(offset ? [offset] : []), recipientId].join('|');
}

function queued({ category }: Announcement, template: MailTemplateName, now: Date) {
  return {
    id: newId(),
    category,
    channel: 'email' as const,
    template,
    state: 'queued' as const,
    attempts: 0,
    nextAttemptAt: now,
    claimedUntil: null,
    handedOverAt: null,
    providerId: null,
    lastReason: null,
    createdAt: now,
    closedAt: null,
  };
}
