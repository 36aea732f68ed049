import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told: in-app rows and deliveries, each at most once for ever. */
export class Notifications1763600003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA notifications;

      CREATE TABLE notifications.notification (
        id uuid NOT NULL CONSTRAINT notification_pkey PRIMARY KEY,
        member_id uuid NOT NULL,
        type text NOT NULL,
        severity text NOT NULL,
        title text NOT NULL,
        body text NOT NULL,
        url text,
        dedupe_key text NOT NULL,
        created_at timestamptz NOT NULL,
        read_at timestamptz,
        deleted_at timestamptz,
        CONSTRAINT notification_once UNIQUE (dedupe_key),
        CONSTRAINT notification_severity_known CHECK (severity IN ('info', 'success', 'warning', 'critical')),
        CONSTRAINT notification_titled CHECK (btrim(title) <> '')
      );
      CREATE INDEX notification_of_member ON notifications.notification (member_id, id) WHERE deleted_at IS NULL;
      CREATE INDEX notification_unread ON notifications.notification (member_id)
        WHERE read_at IS NULL AND deleted_at IS NULL;

      CREATE TABLE notifications.delivery (
        id uuid NOT NULL CONSTRAINT delivery_pkey PRIMARY KEY,
        channel text NOT NULL,
        template text NOT NULL,
        recipient_id uuid NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        dedupe_key text NOT NULL,
        state text NOT NULL,
        attempts integer NOT NULL,
        next_attempt_at timestamptz NOT NULL,
        claimed_until timestamptz,
        handed_over_at timestamptz,
        provider_id text,
        last_reason text,
        created_at timestamptz NOT NULL,
        closed_at timestamptz,
        CONSTRAINT delivery_once UNIQUE (dedupe_key),
        CONSTRAINT delivery_channel_known CHECK (channel IN ('email')),
        CONSTRAINT delivery_state_known CHECK (
          state IN ('queued', 'sending', 'sent', 'failed', 'unknown', 'cancelled')),
        CONSTRAINT delivery_claim CHECK ((state = 'sending') = (claimed_until IS NOT NULL)),
        CONSTRAINT delivery_closed CHECK ((state IN ('queued', 'sending')) = (closed_at IS NULL)),
        CONSTRAINT delivery_reasoned CHECK (state NOT IN ('failed', 'unknown', 'cancelled') OR last_reason IS NOT NULL)
      );
      CREATE INDEX delivery_due ON notifications.delivery (next_attempt_at) WHERE state = 'queued';
      CREATE INDEX delivery_claimed ON notifications.delivery (claimed_until) WHERE state = 'sending';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA notifications CASCADE');
  }
}
