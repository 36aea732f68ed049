import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages that were seen, put away or put off; and what they are about. */
export class NotificationsInbox1763600014000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notifications.notification
        ADD COLUMN category text,
        ADD COLUMN seen_at timestamptz,
        ADD COLUMN archived_at timestamptz,
        ADD COLUMN snoozed_until timestamptz;
      UPDATE notifications.notification SET seen_at = read_at, category = CASE
        WHEN type = 'welcome' THEN 'news'
        WHEN type IN ('security', 'privacy') THEN 'security'
        WHEN type IN ('subscription_expiring', 'subscription_expired') THEN 'subscription'
        ELSE 'billing' END;
      ALTER TABLE notifications.notification
        ALTER COLUMN category SET NOT NULL,
        ADD CONSTRAINT notification_seen CHECK (read_at IS NULL OR seen_at IS NOT NULL),
        -- So that what waits to be read is counted by one index, whatever was put away.
        ADD CONSTRAINT notification_archived_read CHECK (archived_at IS NULL OR read_at IS NOT NULL),
        ADD CONSTRAINT notification_one_place CHECK (archived_at IS NULL OR snoozed_until IS NULL);

      DROP INDEX notifications.notification_of_member;
      DROP INDEX notifications.notification_unread;
      CREATE INDEX notification_of_member ON notifications.notification (member_id, id)
        WHERE deleted_at IS NULL AND archived_at IS NULL;
      CREATE INDEX notification_unread ON notifications.notification (member_id, id) INCLUDE (snoozed_until)
        WHERE read_at IS NULL AND deleted_at IS NULL;
      CREATE INDEX notification_archived ON notifications.notification (member_id, id)
        WHERE archived_at IS NOT NULL AND deleted_at IS NULL;
      CREATE INDEX notification_snoozed ON notifications.notification (snoozed_until)
        WHERE snoozed_until IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX notifications.notification_of_member;
      DROP INDEX notifications.notification_unread;
      ALTER TABLE notifications.notification
        DROP COLUMN category, DROP COLUMN seen_at, DROP COLUMN archived_at, DROP COLUMN snoozed_until;
      CREATE INDEX notification_of_member ON notifications.notification (member_id, id) WHERE deleted_at IS NULL;
      CREATE INDEX notification_unread ON notifications.notification (member_id)
        WHERE read_at IS NULL AND deleted_at IS NULL;
    `);
  }
}
