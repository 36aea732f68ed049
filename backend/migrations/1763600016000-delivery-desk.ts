import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the staff's desk needs: tries a person grants anew, and figures that outlive the log. */
export class DeliveryDesk1763600016000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Made before the staff sent it again: they count no more against its eight tries.
      ALTER TABLE notifications.delivery
        ADD COLUMN attempts_before integer NOT NULL DEFAULT 0,
        ADD CONSTRAINT delivery_attempts_before CHECK (attempts_before BETWEEN 0 AND attempts);

      -- By channel, of the deliveries that were purged.
      ALTER TABLE notifications.intent
        ADD COLUMN final_states jsonb NOT NULL DEFAULT '{}',
        ADD CONSTRAINT intent_final_states CHECK (jsonb_typeof(final_states) = 'object');

      -- What is left of a day once its deliveries are purged. Days are the academy's.
      CREATE TABLE notifications.delivery_day (
        day date NOT NULL,
        channel text NOT NULL,
        category text NOT NULL,
        template text NOT NULL,
        state text NOT NULL,
        count integer NOT NULL,
        p50_ms integer,
        p95_ms integer,
        CONSTRAINT delivery_day_pkey PRIMARY KEY (day, channel, category, template, state),
        CONSTRAINT delivery_day_counted CHECK (count >= 0)
      );

      -- One line for each trouble the staff is told of; it stays when the trouble is over, and is used again.
      CREATE TABLE notifications.alert (
        id uuid NOT NULL CONSTRAINT alert_pkey PRIMARY KEY,
        kind text NOT NULL,
        -- What it concerns, e.g. a vendor; empty when there is but one.
        about text NOT NULL,
        -- First seen, while it lasts.
        since timestamptz,
        -- Told, because it lasted.
        opened_at timestamptz,
        facts jsonb NOT NULL,
        CONSTRAINT alert_once UNIQUE (kind, about),
        CONSTRAINT alert_kind_known CHECK (
          kind IN ('failure_rate', 'circuit_open', 'provider_quota', 'database_size', 'disk_space')),
        CONSTRAINT alert_seen_first CHECK (opened_at IS NULL OR since IS NOT NULL),
        CONSTRAINT alert_facts_object CHECK (jsonb_typeof(facts) = 'object')
      );

      -- What a purge looks for.
      CREATE INDEX notification_done_with ON notifications.notification (created_at)
        WHERE (read_at IS NOT NULL OR deleted_at IS NOT NULL) AND snoozed_until IS NULL;
      CREATE INDEX provider_event_done_with ON notifications.provider_event (received_at)
        WHERE understood_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX notifications.provider_event_done_with, notifications.notification_done_with;
      DROP TABLE notifications.alert, notifications.delivery_day;
      ALTER TABLE notifications.intent DROP COLUMN final_states;
      ALTER TABLE notifications.delivery DROP COLUMN attempts_before;
    `);
  }
}
