import { Injectable } from '@nestjs/common';
import { ContactBook } from '@calmness/accounts';
import { UnitOfWork } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { calendars, offsetOf } from '../domain/calendars';
import { dueTime } from '../domain/due';
import { ReminderRepository } from '../persistence/reminder.repository';

/** A member may have moved: what is planned for him follows to his new hours. */
@Injectable()
export class FollowZone {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reminders: ReminderRepository,
    private readonly contacts: ContactBook,
  ) {}

  async execute(memberId: Uuid): Promise<void> {
    const contact = await this.contacts.contactOf(memberId);
    if (!contact) return;
    await this.unitOfWork.run(async (tx) => {
      for (const reminder of await this.reminders.plannedFor(tx, memberId)) {
        const anchor = await this.reminders.anchorOf(tx, reminder);
        const calendar = calendars[reminder.kind];
        const offset = calendar && offsetOf(calendar, reminder.offsetKey);
        if (!offset || !anchor?.at || !anchor.zone) continue;
        const happening = { at: anchor.at.toISOString(), zone: anchor.zone };
        const { dueAt, expiresAt } = dueTime(offset, happening, contact.timezone);
        await this.reminders.reschedule(tx, reminder, dueAt, expiresAt);
      }
    });
  }
}
