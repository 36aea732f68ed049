import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the staff says: words of its own, WhatsApp's templates by version, and news for a whole audience. */
export class NotificationsWords1763600017000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(templates);
    await runner.query(wording);
    await runner.query(broadcasts);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE notifications.broadcast_recipient, notifications.broadcast, notifications.wording;
      -- An older house knows no subject of this kind: what waits would only fail.
      DELETE FROM notifications.delivery
       WHERE subject_kind IN ('notifications.broadcast', 'notifications.sample')
         AND state IN ('queued', 'deferred', 'digested', 'sending');
      DROP INDEX notifications.delivery_of_broadcast;
      ALTER TABLE notifications.whatsapp_template DROP COLUMN version, DROP COLUMN updated_by;
    `);
  }
}

const templates = `
  ALTER TABLE notifications.whatsapp_template
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    ADD COLUMN updated_by uuid,
    ADD CONSTRAINT whatsapp_template_version_positive CHECK (version > 0);
`;

const wording = `
  CREATE TABLE notifications.wording (
    id uuid NOT NULL CONSTRAINT wording_pkey PRIMARY KEY,
    kind text NOT NULL,
    name text NOT NULL,
    locale text NOT NULL,
    version integer NOT NULL,
    state text NOT NULL,
    fields jsonb NOT NULL,
    revision integer NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by uuid NOT NULL,
    published_at timestamptz,
    published_by uuid,
    archived_at timestamptz,
    archived_by uuid,
    CONSTRAINT wording_version_once UNIQUE (kind, name, locale, version),
    CONSTRAINT wording_kind_known CHECK (kind IN ('mail', 'short')),
    CONSTRAINT wording_locale_known CHECK (locale IN ('fr', 'en')),
    CONSTRAINT wording_state_known CHECK (state IN ('draft', 'published', 'archived')),
    CONSTRAINT wording_counted CHECK (version > 0 AND revision > 0),
    CONSTRAINT wording_fields_object CHECK (jsonb_typeof(fields) = 'object'),
    CONSTRAINT wording_published CHECK (
      (published_at IS NULL) = (published_by IS NULL)
      AND (state <> 'draft' OR published_at IS NULL) AND (state <> 'published' OR published_at IS NOT NULL)),
    CONSTRAINT wording_archived CHECK (
      (state = 'archived') = (archived_at IS NOT NULL) AND (archived_at IS NULL) = (archived_by IS NULL))
  );
  CREATE UNIQUE INDEX wording_one_draft ON notifications.wording (kind, name, locale) WHERE state = 'draft';
  CREATE UNIQUE INDEX wording_one_published ON notifications.wording (kind, name, locale)
    WHERE state = 'published';
`;

const broadcasts = `
  CREATE TABLE notifications.broadcast (
    id uuid NOT NULL CONSTRAINT broadcast_pkey PRIMARY KEY,
    state text NOT NULL,
    category text NOT NULL,
    audience jsonb NOT NULL,
    channels text[] NOT NULL,
    title jsonb NOT NULL,
    body jsonb NOT NULL,
    forecast jsonb,
    version integer NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    confirmed_at timestamptz,
    confirmed_by uuid,
    ended_at timestamptz,
    stopped_by uuid,
    CONSTRAINT broadcast_state_known CHECK (state IN ('draft', 'sending', 'sent', 'stopped')),
    CONSTRAINT broadcast_category_known CHECK (category IN ('news', 'offers')),
    CONSTRAINT broadcast_version_positive CHECK (version > 0),
    CONSTRAINT broadcast_channels_some CHECK (
      cardinality(channels) > 0 AND channels <@ ARRAY['in_app', 'email', 'whatsapp', 'telegram', 'push']),
    CONSTRAINT broadcast_objects CHECK (
      jsonb_typeof(audience) = 'object' AND jsonb_typeof(title) = 'object' AND jsonb_typeof(body) = 'object'),
    CONSTRAINT broadcast_confirmed CHECK (
      (state = 'draft') = (confirmed_at IS NULL) AND (confirmed_at IS NULL) = (confirmed_by IS NULL)
      AND (confirmed_at IS NULL OR forecast IS NOT NULL)),
    CONSTRAINT broadcast_ended CHECK ((state IN ('sent', 'stopped')) = (ended_at IS NOT NULL)),
    CONSTRAINT broadcast_stopped CHECK ((state = 'stopped') = (stopped_by IS NOT NULL))
  );
  CREATE INDEX broadcast_sending ON notifications.broadcast (confirmed_at) WHERE state = 'sending';

  -- Who was in the audience when it was confirmed; told once, whoever died in between.
  CREATE TABLE notifications.broadcast_recipient (
    broadcast_id uuid NOT NULL CONSTRAINT broadcast_recipient_of REFERENCES notifications.broadcast ON DELETE CASCADE,
    member_id uuid NOT NULL,
    told_at timestamptz,
    channels text[],
    CONSTRAINT broadcast_recipient_told CHECK ((told_at IS NULL) = (channels IS NULL)),
    CONSTRAINT broadcast_recipient_pkey PRIMARY KEY (broadcast_id, member_id)
  );
  CREATE INDEX broadcast_recipient_waiting ON notifications.broadcast_recipient (broadcast_id, member_id)
    WHERE told_at IS NULL;
  CREATE INDEX broadcast_recipient_of_member ON notifications.broadcast_recipient (member_id);

  CREATE INDEX delivery_of_broadcast ON notifications.delivery (subject_id)
    WHERE subject_kind = 'notifications.broadcast';
`;
