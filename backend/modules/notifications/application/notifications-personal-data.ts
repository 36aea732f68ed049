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
      shows: [
        ...['created_at', 'type', 'category', 'severity', 'title', 'body', 'url'],
        ...['seen_at', 'read_at', 'archived_at', 'snoozed_until'],
      ],
      hides: ['id', 'member_id', 'dedupe_key', 'deleted_at'],
      erase: 'delete',
    },
    {
      table: 'delivery_step',
      whose: 'delivery_id IN (SELECT id FROM notifications.delivery WHERE recipient_id = $1)',
      shows: ['at', 'state'],
      hides: ['delivery_id', 'number', 'attempt', 'reason'],
      erase: 'delete',
    },
    {
      table: 'delivery',
      whose: 'recipient_id = $1',
      shows: ['created_at', 'channel', 'category', 'template', 'state', 'closed_at'],
      hides: [
        ...[
          'id',
          'intent_id',
          'digest_id',
          'recipient_id',
          'subject_kind',
          'subject_id',
          'occurrence',
          'lane',
        ],
        ...[
          'dedupe_key',
          'attempts',
          'attempts_before',
          'next_attempt_at',
          'expires_at',
          'unless_read',
          'doubt_since',
          'place_id',
        ],
        ...['claimed_until', 'handed_over_at', 'provider_id', 'last_reason', 'address_hash', 'test'],
        ...['template_version', 'accepted_at', 'changed_at'],
      ],
      erase: 'delete',
    },
    {
      table: 'intent',
      whose: 'recipient_id = $1',
      shows: ['created_at', 'announcement', 'category', 'decisions', 'final_states'],
      hides: ['id', 'recipient_id', 'subject_id', 'occurrence', 'dedupe_key', 'expires_at', 'test'],
      erase: 'delete',
    },
    {
      table: 'digest',
      whose: 'recipient_id = $1',
      shows: ['created_at'],
      hides: ['id', 'recipient_id'],
      erase: 'delete',
    },
    {
      table: 'push_subscription',
      shows: ['created_at', 'device'],
      hides: ['id', 'member_id', 'endpoint', 'sealed_keys'],
      erase: 'delete',
    },
    {
      table: 'quiet_hours',
      shows: ['updated_at', 'starts', 'ends', 'days'],
      hides: ['member_id'],
      erase: 'delete',
    },
    {
      table: 'preference',
      shows: ['updated_at', 'cells', 'digests', 'reminders'],
      hides: ['member_id', 'version'],
      erase: 'delete',
    },
    {
      table: 'broadcast_recipient',
      shows: ['told_at', 'channels'],
      hides: ['broadcast_id', 'member_id'],
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
  {
    alert: 'troubles of the house, of nobody',
    delivery_day: 'counts of a day, of nobody',
    address_state: 'a keyed hash that names nobody, kept so that a refusal outlives an erasure',
    provider_event: 'sealed until it is understood, then forgotten',
    telegram_ear: 'which worker listens',
    whatsapp_template: 'the academy’s own words',
    wording: 'the academy’s own words',
    broadcast: 'the academy’s own words',
  },
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
