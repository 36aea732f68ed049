import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions and loans are reminded of by mail as well, and a member may do without single reminders. */
export class NotificationsReminderChoices1763600015000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notifications.preference
        ADD COLUMN reminders jsonb NOT NULL DEFAULT '{}',
        ADD CONSTRAINT preference_reminders_object CHECK (jsonb_typeof(reminders) = 'object');
      ALTER TABLE notifications.preference ALTER COLUMN reminders DROP DEFAULT;

      ALTER TABLE notifications.delivery
        DROP CONSTRAINT delivery_category_known,
        ADD CONSTRAINT delivery_category_known CHECK (category IN (
          'security', 'billing', 'subscription', 'formations', 'coaching', 'loans', 'signals', 'support', 'staff',
          'news', 'offers'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Categories the older house does not know: they may be refused like news.
      UPDATE notifications.delivery SET category = 'news'
        WHERE category NOT IN ('security', 'billing', 'subscription', 'news');
      ALTER TABLE notifications.delivery
        DROP CONSTRAINT delivery_category_known,
        ADD CONSTRAINT delivery_category_known
          CHECK (category IN ('security', 'billing', 'subscription', 'news'));
      ALTER TABLE notifications.preference DROP COLUMN reminders;
    `);
  }
}
