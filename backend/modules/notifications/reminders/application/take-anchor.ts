import { Injectable } from '@nestjs/common';
import { ContactBook } from '@calmness/accounts';
import type { Anchor, AnchorSet } from '@calmness/events';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { Log } from '@calmness/platform/observability';
import { calendars, type Calendar } from '../domain/calendars';
import { dueTimes, nextRepetition, type DueTime } from '../domain/due';
import type { ReminderEntity } from '../persistence/reminder.entity';
import { ReminderRepository } from '../persistence/reminder.repository';

/** A domain announced that something happens, moved or ended: its reminders are planned, or silenced. */
@Injectable()
export class TakeAnchor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reminders: ReminderRepository,
    private readonly contacts: ContactBook,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** `announcedAt`: what was due before is not caught up with, e.g. a subscription bought for three days. */
  async execute(anchor: Anchor, announcedAt: Date): Promise<void> {
    const calendar = calendars[anchor.kind];
    if (!calendar) {
      this.log.warn('no calendar for an anchor', { kind: anchor.kind });
      return;
    }
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.reminders.takeAnchor(tx, anchor))) return;
      await this.reminders.silenceOthers(tx, anchor, this.clock.now());
      if ('ended' in anchor) return;
      await this.reminders.plan(tx, await this.rowsOf(calendar, anchor, announcedAt));
    });
  }

  private async rowsOf(calendar: Calendar, anchor: AnchorSet, announcedAt: Date): Promise<ReminderEntity[]> {
    const { kind, subjectId, occurrence } = anchor;
    const contacts = await this.contacts.contactsOf(anchor.recipientIds);
    return contacts.flatMap(({ memberId: recipientId, timezone }) =>
      planFor(calendar, anchor, timezone, announcedAt).map((due): ReminderEntity => {
        const row = { kind, subjectId, occurrence, recipientId, ...due };
        if (due.dueAt > announcedAt) return { ...row, state: 'planned', reason: null, decidedAt: null };
        return { ...row, state: 'skipped', reason: 'before the subject', decidedAt: this.clock.now() };
      }),
    );
  }
}

/** Every offset of the calendar; whoever joins when all are past, e.g. late for long already, enters the repetition. */
function planFor(calendar: Calendar, anchor: AnchorSet, zone: string, announcedAt: Date): DueTime[] {
  const times = dueTimes(calendar, anchor, zone);
  const last = times.at(-1);
  if (!last || last.dueAt > announcedAt) return times;
  const worth = ({ dueAt }: DueTime): boolean => dueAt > announcedAt;
  const next = nextRepetition(calendar, anchor, zone, { key: last.offsetKey, worth });
  return next ? [...times, next] : times;
}
