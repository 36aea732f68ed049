import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The reminder engine: what happens when, and what was decided about each reminder of it. */
export class NotificationsReminders1763600009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notifications.reminder_anchor (
        kind text NOT NULL,
        subject_id uuid NOT NULL,
        version integer NOT NULL,
        occurrence text,
        at timestamptz,
        zone text,
        recipient_ids uuid[] NOT NULL,
        CONSTRAINT reminder_anchor_pkey PRIMARY KEY (kind, subject_id),
        -- Ended, it keeps its version alone: an older announcement arriving late changes nothing.
        CONSTRAINT reminder_anchor_whole CHECK (num_nulls(occurrence, at, zone) IN (0, 3))
      );
      CREATE TABLE notifications.reminder (
        kind text NOT NULL,
        subject_id uuid NOT NULL,
        occurrence text NOT NULL,
        recipient_id uuid NOT NULL,
        offset_key text NOT NULL,
        due_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        state text NOT NULL,
        reason text,
        decided_at timestamptz,
        -- At most once for ever: the row outlives what it reminded of.
        CONSTRAINT reminder_pkey PRIMARY KEY (kind, subject_id, occurrence, recipient_id, offset_key),
        CONSTRAINT reminder_state_known CHECK (
          state IN ('planned', 'told', 'silenced', 'superseded', 'expired', 'skipped')),
        CONSTRAINT reminder_decided CHECK ((state = 'planned') = (decided_at IS NULL)),
        CONSTRAINT reminder_expires_later CHECK (expires_at > due_at)
      );
      CREATE INDEX reminder_due ON notifications.reminder (due_at) WHERE state = 'planned';
      CREATE INDEX reminder_of_recipient ON notifications.reminder (recipient_id) WHERE state = 'planned';

      ALTER TABLE notifications.delivery ADD COLUMN occurrence text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notifications.delivery DROP COLUMN occurrence;
      DROP TABLE notifications.reminder, notifications.reminder_anchor;
    `);
  }
}
