import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ErasureBlocker } from '@calmness/contracts';
import { PersonalData, PersonalTables, type PersonalExport } from '@calmness/platform/composition';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';

/** What the house said to a person. A delivery holds no address and no text: both were asked for when it left. */
export const notificationsTables = new PersonalTables(
  'notifications',
  [
    {
      table: 'notification',
      shows: ['created_at', 'type', 'severity', 'title', 'body', 'url', 'read_at'],
      hides: ['id', 'member_id', 'dedupe_key', 'deleted_at'],
      erase: 'delete',
    },
    {
      table: 'delivery',
      whose: 'recipient_id = $1',
      shows: ['created_at', 'channel', 'template', 'state', 'closed_at'],
      hides: [
        ...[
          'id',
          'recipient_id',
          'subject_kind',
          'subject_id',
          'occurrence',
          'category',
          'dedupe_key',
          'attempts',
          'next_attempt_at',
        ],
        ...['claimed_until', 'handed_over_at', 'provider_id', 'last_reason'],
      ],
      erase: 'delete',
    },
    {
      table: 'preference',
      shows: ['updated_at', 'cells', 'reminders'],
      hides: ['member_id', 'version'],
      erase: 'delete',
    },
    {
      table: 'reminder',
      whose: 'recipient_id = $1',
      shows: ['due_at', 'kind', 'offset_key', 'state', 'reason', 'decided_at'],
      hides: ['subject_id', 'occurrence', 'recipient_id', 'expires_at'],
      erase: 'delete',
    },
    {
      table: 'reminder_anchor',
      whose: '$1 = ANY (recipient_ids)',
      shows: [],
      hides: ['kind', 'subject_id', 'version', 'occurrence', 'at', 'zone', 'recipient_ids'],
      erase: { set: 'recipient_ids = array_remove(recipient_ids, $1)' },
      because: 'what happens to others as well is still announced to them',
    },
  ],
  {},
);

/** Messages and deliveries of a person: handed over, then gone. */
@Injectable()
export class NotificationsPersonalData extends PersonalData {
  readonly name = 'notifications';

  constructor(private readonly dataSource: DataSource) {
    super();
  }

  async export(memberId: Uuid): Promise<PersonalExport> {
    return { tables: await notificationsTables.read(this.dataSource, memberId), files: [] };
  }

  blockers(): Promise<ErasureBlocker[]> {
    return Promise.resolve([]);
  }

  async erase(tx: Transaction, memberId: Uuid): Promise<Uuid[]> {
    await notificationsTables.erase(tx, memberId);
    return [];
  }
}
