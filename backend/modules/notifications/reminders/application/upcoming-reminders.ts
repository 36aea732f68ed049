import { Injectable } from '@nestjs/common';
import { ContactBook } from '@calmness/accounts';
import type { UpcomingEffect } from '@calmness/contracts';
import { UpcomingEffects } from '@calmness/platform/composition';
import { ReminderRepository } from '../persistence/reminder.repository';

/** Which reminders are planned, for whom and why. A renewal before the hour still silences them. */
@Injectable()
export class UpcomingReminders extends UpcomingEffects {
  readonly name = 'notifications';

  constructor(
    private readonly reminders: ReminderRepository,
    private readonly contacts: ContactBook,
  ) {
    super();
  }

  async read(until: Date, limit: number): Promise<UpcomingEffect[]> {
    const planned = await this.reminders.plannedBefore(until, limit);
    const contacts = await this.contacts.contactsOf([...new Set(planned.map((row) => row.recipientId))]);
    const names = new Map(contacts.map((one) => [one.memberId, `${one.firstName} ${one.lastName}`]));
    return planned.flatMap(({ dueAt, recipientId, kind, offsetKey }) => {
      const who = names.get(recipientId);
      return who ? [{ at: dueAt.toISOString(), kind: 'reminder', who, why: `${kind} ${offsetKey}` }] : [];
    });
  }
}
