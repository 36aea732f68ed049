import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A member may do without single reminders; what the ticks do is written down, so that a scheduler that fell silent is
 * seen.
 */
export class RemindersAndRuns1763600015000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notifications.preference
        ADD COLUMN reminders jsonb NOT NULL DEFAULT '{}',
        ADD CONSTRAINT preference_reminders_object CHECK (jsonb_typeof(reminders) = 'object');
      ALTER TABLE notifications.preference ALTER COLUMN reminders DROP DEFAULT;

      -- What is due is read page by page, in this order.
      DROP INDEX notifications.reminder_due;
      CREATE INDEX reminder_due ON notifications.reminder (due_at, subject_id) WHERE state = 'planned';

      -- One row a job and minute: a tick of every five seconds fills no table.
      CREATE TABLE platform.tick_run (
        job text NOT NULL,
        slot timestamptz NOT NULL,
        started_at timestamptz NOT NULL,
        ended_at timestamptz,
        runs integer NOT NULL CHECK (runs > 0),
        failures integer NOT NULL CHECK (failures BETWEEN 0 AND runs),
        done bigint NOT NULL CHECK (done >= 0),
        error text,
        CONSTRAINT tick_run_pkey PRIMARY KEY (job, slot),
        CONSTRAINT tick_run_explained CHECK ((failures = 0) = (error IS NULL))
      );
      CREATE INDEX tick_run_slot ON platform.tick_run (slot);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE platform.tick_run;
      DROP INDEX notifications.reminder_due;
      CREATE INDEX reminder_due ON notifications.reminder (due_at) WHERE state = 'planned';
      ALTER TABLE notifications.preference DROP COLUMN reminders;
    `);
  }
}
