import { Injectable } from '@nestjs/common';
import { ContactBook, type Contact } from '@calmness/accounts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { errorFields, Log } from '@calmness/platform/observability';
import type { Uuid } from '@calmness/platform/ids';
import { SubjectSources } from '@calmness/platform/subjects';
import { Announce } from '../../announcements/application/announce';
import { calendars, type Calendar, type ReminderOffset } from '../domain/calendars';
import { decide, dueTime } from '../domain/due';
import type { ReminderAnchorEntity } from '../persistence/reminder-anchor.entity';
import type { ReminderEntity } from '../persistence/reminder.entity';
import { ReminderRepository, type SubjectKey } from '../persistence/reminder.repository';

const atOnce = 200;

/** One subject on its way through: its anchor is held, so that no other worker decides about it. */
interface Held {
  tx: Transaction;
  anchor: ReminderAnchorEntity;
  calendar: Calendar;
  now: Date;
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
    private readonly announce: Announce,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Answers how many reminders were told. */
  async execute(): Promise<number> {
    let told = 0;
    for (const subject of await this.reminders.due(this.clock.now(), atOnce))
      told += await this.consider(subject);
    return told;
  }

  /** One subject that fails, e.g. because its domain is ill, waits for the next minute; the others go on. */
  private async consider(subject: SubjectKey): Promise<number> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        const anchor = await this.reminders.hold(tx, subject);
        const calendar = calendars[subject.kind];
        if (!anchor || !calendar) return 0;
        return this.tellHeld({ tx, anchor, calendar, now: this.clock.now() });
      });
    } catch (error) {
      this.log.error('reminders of a subject failed', { ...subject, ...errorFields(error) });
      return 0;
    }
  }

  private async tellHeld(held: Held): Promise<number> {
    const { tx, anchor, now } = held;
    const due = await this.reminders.dueOf(tx, anchor, now);
    const readers = [...new Set(due.map(({ recipientId }) => recipientId))];
    let told = 0;
    for (const reader of readers) {
      const own = due.filter(({ recipientId }) => recipientId === reader);
      told += await this.tellReader(held, reader, own);
    }
    return told;
  }

  private async tellReader(held: Held, reader: Uuid, due: ReminderEntity[]): Promise<number> {
    const contact = await this.contacts.contactOf(reader);
    if (!contact) {
      for (const reminder of due) await this.silence(held, reminder, 'the reader is gone');
      return 0;
    }
    const present: ReminderEntity[] = [];
    for (const reminder of due) if (!(await this.movedOn(held, reminder, contact))) present.push(reminder);
    let told = 0;
    for (const [reminder, decision] of decide(present, held.now)) {
      const row = reminder as ReminderEntity;
      if (decision === 'tell') told += await this.tell(held, row, contact);
      else await this.reminders.decide(held.tx, row, decision, null, held.now);
    }
    return told;
  }

  /** True when the reader lives in another zone by now, where it is not time yet. */
  private async movedOn(
    { tx, anchor, calendar, now }: Held,
    reminder: ReminderEntity,
    { timezone }: Contact,
  ) {
    const offset = offsetOf(calendar, reminder);
    if (!offset || !anchor.at || !anchor.zone) return false;
    const there = dueTime(offset, { at: anchor.at.toISOString(), zone: anchor.zone }, timezone);
    if (there.dueAt.getTime() === reminder.dueAt.getTime()) return false;
    await this.reminders.reschedule(tx, reminder, there.dueAt, there.expiresAt);
    return there.dueAt > now;
  }

  private async tell(held: Held, reminder: ReminderEntity, { memberId, locale }: Contact): Promise<number> {
    const { calendar, tx, now } = held;
    const { subjectId, occurrence } = reminder;
    const subject = await this.subjects.of(calendar.subjectKind).describe(subjectId, memberId, locale);
    const offset = offsetOf(calendar, reminder);
    const moved = subject?.occurrence !== undefined && subject.occurrence !== occurrence;
    if (!offset || !subject?.stillTrue || moved) {
      await this.silence(held, reminder, moved ? 'moved' : 'no longer true');
      return 0;
    }
    const { expiresAt } = reminder;
    await this.announce.execute({ name: offset.announcement, subjectId, memberId, occurrence, expiresAt });
    await this.reminders.decide(tx, reminder, 'told', null, now);
    return 1;
  }

  private silence({ tx, now }: Held, reminder: ReminderEntity, reason: string): Promise<void> {
    return this.reminders.decide(tx, reminder, 'silenced', reason, now);
  }
}

function offsetOf(calendar: Calendar, { offsetKey }: ReminderEntity): ReminderOffset | undefined {
  return calendar.offsets.find(({ key }) => key === offsetKey);
}
