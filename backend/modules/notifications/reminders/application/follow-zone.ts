import { Injectable } from '@nestjs/common';
import { ContactBook } from '@calmness/accounts';
import { UnitOfWork } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { calendars } from '../domain/calendars';
import { dueTimes } from '../domain/due';
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
        if (!calendar || !anchor?.at || !anchor.zone) continue;
        const times = dueTimes(
          calendar,
          { at: anchor.at.toISOString(), zone: anchor.zone },
          contact.timezone,
        );
        const due = times.find(({ offsetKey }) => offsetKey === reminder.offsetKey);
        if (due) await this.reminders.reschedule(tx, reminder, due.dueAt, due.expiresAt);
      }
    });
  }
}
