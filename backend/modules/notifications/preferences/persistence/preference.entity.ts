import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Uuid } from '@calmness/platform/ids';
import type { Digests } from '../domain/digest';
import type { Choices, ReminderChoices } from '../domain/preferences';

/** What one member chose. Nobody's row is missing: what was never chosen follows the matrix. */
@Entity({ name: 'preference', schema: 'notifications' })
@Check('preference_object', `jsonb_typeof(cells) = 'object'`)
@Check('preference_digests_object', `jsonb_typeof(digests) = 'object'`)
@Check('preference_reminders_object', `jsonb_typeof(reminders) = 'object'`)
@Check('preference_version_positive', `version > 0`)
export class PreferenceEntity {
  @PrimaryColumn({ name: 'member_id', type: 'uuid', primaryKeyConstraintName: 'preference_pkey' })
  memberId!: Uuid;

  @Column({ type: 'jsonb' })
  cells!: Choices;

  /** How often the mails of a category come. */
  @Column({ type: 'jsonb', default: {} })
  digests!: Digests;
  /** Single reminders, by kind and offset. */
  @Column({ type: 'jsonb' })
  reminders!: ReminderChoices;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
