import { Injectable } from '@nestjs/common';
import { ContactBook, type Contact } from '@calmness/accounts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { errorFields, Log } from '@calmness/platform/observability';
import type { Uuid } from '@calmness/platform/ids';
import { SubjectSources } from '@calmness/platform/subjects';
import { Announce } from '../../announcements/application/announce';
import type { AnnouncementName } from '../../announcements/domain/announcements';
import { Preferences } from '../../preferences/application/preferences';
import { calendars, offsetOf, type Calendar, type ReminderOffset } from '../domain/calendars';
import { decide, dueTime, nextRepetition, type Decision } from '../domain/due';
import type { ReminderAnchorEntity } from '../persistence/reminder-anchor.entity';
import type { ReminderEntity, ReminderState } from '../persistence/reminder.entity';
import { ReminderRepository, type SubjectKey } from '../persistence/reminder.repository';

const pageSize = 500;

/** What became of one reminder, and why. */
export interface DecidedReminder {
  kind: string;
  subjectId: Uuid;
  occurrence: string;
  recipientId: Uuid;
  offsetKey: string;
  dueAt: Date;
  announcement: AnnouncementName | null;
  state: Exclude<ReminderState, 'planned'>;
  reason: string | null;
}

/** One subject on its way through: its anchor is held, so that no other worker decides about it. */
interface Held {
  tx: Transaction;
  anchor: ReminderAnchorEntity;
  calendar: Calendar;
  now: Date;
  decided: DecidedReminder[];
}

/**
 * Tells what is due, subject by subject, each in a transaction of its own: the decision and the notice commit
 * together, so that a death changes nothing and a second run finds nothing.
 */
@Injectable()
export class RemindDue {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reminders: ReminderRepository,
    private readonly contacts: ContactBook,
    private readonly subjects: SubjectSources,
    private readonly preferences: Preferences,
    private readonly announce: Announce,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Everything that is due, or what is due of one `kind`; answers what was decided. */
  async execute({ kind }: { kind?: string } = {}): Promise<DecidedReminder[]> {
    const decided: DecidedReminder[] = [];
    const considered = new Set<string>();
    const now = this.clock.now();
    let page = await this.reminders.due(now, { kind, limit: pageSize });
    while (page.length > 0) {
      for (const subject of page) {
        const key = `${subject.kind}|${subject.subjectId}`;
        if (!considered.has(key)) decided.push(...(await this.consider(subject)));
        considered.add(key);
      }
      page = await this.reminders.due(now, { kind, limit: pageSize, after: page.at(-1) });
    }
    return decided;
  }

  /** One subject that fails, e.g. because its domain is ill, waits for the next minute; the others go on. */
  private async consider({ kind, subjectId }: SubjectKey): Promise<DecidedReminder[]> {
    const subject = { kind, subjectId };
    try {
      return await this.unitOfWork.run(async (tx) => {
        const anchor = await this.reminders.hold(tx, subject);
        const calendar = calendars[subject.kind];
        if (!anchor || !calendar) return [];
        const held: Held = { tx, anchor, calendar, now: this.clock.now(), decided: [] };
        await this.tellHeld(held);
        return held.decided;
      });
    } catch (error) {
      this.log.error('reminders of a subject failed', { ...subject, ...errorFields(error) });
      return [];
    }
  }

  /** Again while something was decided: what is planned after an outage may be due by now. */
  private async tellHeld(held: Held): Promise<void> {
    let before: number;
    do {
      before = held.decided.length;
      await this.tellDue(held);
    } while (held.decided.length > before);
  }

  private async tellDue(held: Held): Promise<void> {
    const due = await this.reminders.dueOf(held.tx, held.anchor, held.now);
    const readers = [...new Set(due.map(({ recipientId }) => recipientId))];
    for (const reader of readers) {
      const own = due.filter(({ recipientId }) => recipientId === reader);
      const contact = await this.contacts.contactOf(reader);
      if (contact) await this.tellReader(held, contact, own);
      else for (const reminder of own) await this.conclude(held, reminder, 'silenced', 'the reader is gone');
    }
  }

  private async tellReader(held: Held, contact: Contact, due: ReminderEntity[]): Promise<void> {
    const refused = await this.preferences.refusedReminders(contact.memberId);
    const present: ReminderEntity[] = [];
    for (const reminder of due) {
      const offset = offsetOf(held.calendar, reminder.offsetKey);
      if (await this.movedOn(held, reminder, offset, contact)) continue;
      // One that is switched off overtakes nothing.
      if (offset?.switch && refused.has(offset.switch)) {
        await this.conclude(held, reminder, 'silenced', 'switched off');
      } else present.push(reminder);
    }
    for (const [reminder, decision] of decide(present, held.now))
      await this.follow(held, reminder as ReminderEntity, decision, contact);
  }

  /** True when the reader lives in another zone by now, where it is not time yet. */
  private async movedOn(
    { tx, anchor, now }: Held,
    reminder: ReminderEntity,
    offset: ReminderOffset | undefined,
    { timezone }: Contact,
  ): Promise<boolean> {
    if (!offset || !anchor.at || !anchor.zone) return false;
    const there = dueTime(offset, { at: anchor.at.toISOString(), zone: anchor.zone }, timezone);
    if (there.dueAt.getTime() === reminder.dueAt.getTime()) return false;
    await this.reminders.reschedule(tx, reminder, there.dueAt, there.expiresAt);
    // Judged, and told, by his new hours.
    Object.assign(reminder, { dueAt: there.dueAt, expiresAt: there.expiresAt });
    return there.dueAt > now;
  }

  private async follow(
    held: Held,
    reminder: ReminderEntity,
    decision: Decision,
    contact: Contact,
  ): Promise<void> {
    if (decision === 'tell' && !(await this.tell(held, reminder, contact))) return;
    if (decision !== 'tell') await this.conclude(held, reminder, decision, null);
    await this.planRepetition(held, reminder, contact);
  }

  /** False when nobody needs it any more, nor what would follow. */
  private async tell(held: Held, reminder: ReminderEntity, { memberId, locale }: Contact): Promise<boolean> {
    const { subjectId, occurrence, offsetKey } = reminder;
    const source = this.subjects.of(held.calendar.subjectKind);
    const subject = await source.describe(subjectId, memberId, locale);
    const offset = offsetOf(held.calendar, offsetKey);
    const moved = subject?.occurrence !== undefined && subject.occurrence !== occurrence;
    if (!offset || !subject?.stillTrue || moved) {
      await this.conclude(held, reminder, 'silenced', moved ? 'moved' : 'no longer true');
      return false;
    }
    const { expiresAt } = reminder;
    const name = offset.announcement;
    await this.announce.execute({ name, subjectId, memberId, occurrence, offset: offsetKey, expiresAt });
    await this.conclude(held, reminder, 'told', null);
    return true;
  }

  /** A reminder that comes again is planned when the one before is decided, so that no row waits for years. */
  private async planRepetition(
    { tx, anchor, calendar, now }: Held,
    reminder: ReminderEntity,
    { timezone }: Contact,
  ): Promise<void> {
    if (!anchor.at || !anchor.zone) return;
    const happening = { at: anchor.at.toISOString(), zone: anchor.zone };
    const next = nextRepetition(calendar, happening, timezone, {
      key: reminder.offsetKey,
      worth: ({ expiresAt }) => expiresAt > now,
    });
    if (!next) return;
    const undecided = { state: 'planned', reason: null, decidedAt: null } as const;
    await this.reminders.plan(tx, [{ ...reminder, ...next, ...undecided }]);
  }

  private async conclude(
    { tx, now, decided, calendar }: Held,
    reminder: ReminderEntity,
    state: DecidedReminder['state'],
    reason: string | null,
  ): Promise<void> {
    await this.reminders.decide(tx, reminder, state, reason, now);
    const { kind, subjectId, occurrence, recipientId, offsetKey, dueAt } = reminder;
    const announcement = offsetOf(calendar, offsetKey)?.announcement ?? null;
    decided.push({ kind, subjectId, occurrence, recipientId, offsetKey, dueAt, announcement, state, reason });
  }
}
