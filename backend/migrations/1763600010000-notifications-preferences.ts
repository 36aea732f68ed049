import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a member chose to hear, and where. */
export class NotificationsPreferences1763600010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notifications.preference (
        member_id uuid NOT NULL CONSTRAINT preference_pkey PRIMARY KEY,
        cells jsonb NOT NULL,
        version integer NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT preference_object CHECK (jsonb_typeof(cells) = 'object'),
        CONSTRAINT preference_version_positive CHECK (version > 0)
      );

      -- Asked again when a mail leaves; what was written before was all compulsory, but for the reminders.
      ALTER TABLE notifications.delivery ADD COLUMN category text;
      UPDATE notifications.delivery SET category = CASE
        WHEN template LIKE 'subscription-%' THEN 'subscription'
        WHEN subject_kind LIKE 'billing.%' THEN 'billing' ELSE 'security' END;
      ALTER TABLE notifications.delivery
        ALTER COLUMN category SET NOT NULL,
        ADD CONSTRAINT delivery_category_known CHECK (category IN ('security', 'billing', 'subscription', 'news'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notifications.delivery DROP COLUMN category;
      DROP TABLE notifications.preference;
    `);
  }
}
