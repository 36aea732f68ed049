import type { MigrationInterface, QueryRunner } from 'typeorm';

const waiting = `('queued', 'deferred')`;

/** Every channel: what was decided about each piece of news, each step of a delivery, and where people are reached. */
export class NotificationsChannels1763600012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(intents);
    await runner.query(deliveries);
    await runner.query(timeline);
    await runner.query(places);
    await runner.query(ingress);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE notifications.provider_event, notifications.telegram_ear, notifications.whatsapp_template,
                 notifications.push_subscription, notifications.address_state, notifications.quiet_hours;
      DROP TABLE notifications.delivery_step;
      DROP TRIGGER delivery_moves ON notifications.delivery;
      DROP FUNCTION notifications.delivery_moves();
      ALTER TABLE notifications.preference DROP COLUMN digests;
      DELETE FROM notifications.delivery
       WHERE channel <> 'email' OR category NOT IN ('security', 'billing', 'subscription', 'news');
      UPDATE notifications.delivery SET state = 'sent' WHERE state IN ('accepted', 'delivered', 'read');
      UPDATE notifications.delivery SET state = 'cancelled', last_reason = coalesce(last_reason, state),
             closed_at = coalesce(closed_at, changed_at)
       WHERE state IN ('suppressed', 'expired', 'digested');
      UPDATE notifications.delivery SET state = 'queued' WHERE state = 'deferred';
      DROP INDEX notifications.delivery_of_recipient, notifications.delivery_by_provider_id,
                 notifications.delivery_by_day;
      ALTER TABLE notifications.delivery DROP CONSTRAINT delivery_closed;
      ALTER TABLE notifications.delivery
        DROP COLUMN intent_id, DROP COLUMN digest_id, DROP COLUMN lane, DROP COLUMN expires_at,
        DROP COLUMN unless_read, DROP COLUMN doubt_since, DROP COLUMN place_id, DROP COLUMN address_hash,
        DROP COLUMN test, DROP COLUMN template_version, DROP COLUMN accepted_at, DROP COLUMN changed_at,
        DROP CONSTRAINT delivery_channel_known, DROP CONSTRAINT delivery_category_known,
        DROP CONSTRAINT delivery_state_known, DROP CONSTRAINT delivery_reasoned,
        ADD CONSTRAINT delivery_channel_known CHECK (channel IN ('email')),
        ADD CONSTRAINT delivery_category_known CHECK (category IN ('security', 'billing', 'subscription', 'news')),
        ADD CONSTRAINT delivery_state_known CHECK (
          state IN ('queued', 'sending', 'sent', 'failed', 'unknown', 'cancelled')),
        ADD CONSTRAINT delivery_closed CHECK ((state IN ('queued', 'sending')) = (closed_at IS NULL)),
        ADD CONSTRAINT delivery_reasoned CHECK (
          state NOT IN ('failed', 'unknown', 'cancelled') OR last_reason IS NOT NULL);
      DROP TABLE notifications.digest, notifications.intent;
      CREATE INDEX delivery_due ON notifications.delivery (next_attempt_at) WHERE state = 'queued';
    `);
  }
}

/** What was announced before is told already: its keys are kept, so that a replay stays silent. */
const intents = `
  CREATE TABLE notifications.intent (
    id uuid NOT NULL CONSTRAINT intent_pkey PRIMARY KEY,
    announcement text NOT NULL,
    category text NOT NULL,
    recipient_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    occurrence text,
    -- At most once for ever: kept when all else about the message is purged.
    dedupe_key text NOT NULL,
    decisions jsonb NOT NULL,
    expires_at timestamptz NOT NULL,
    test boolean NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT intent_once UNIQUE (dedupe_key),
    CONSTRAINT intent_decided CHECK (jsonb_typeof(decisions) = 'object')
  );
  CREATE INDEX intent_of_recipient ON notifications.intent (recipient_id, id);

  INSERT INTO notifications.intent
  SELECT gen_random_uuid(), split_part(key, '|', 1),
         coalesce(max(category), CASE
           WHEN key LIKE 'welcome|%' THEN 'news'
           WHEN key LIKE 'subscription-e%' THEN 'subscription'
           WHEN key ~ '^(payment|invoice|subscription)-' THEN 'billing' ELSE 'security' END),
         max(recipient_id::text)::uuid,
         coalesce(max(subject_id::text), substring(key FROM '[|]([0-9a-f-]{36})[|]'), max(recipient_id::text))::uuid,
         nullif(split_part(key, '|', 3), ''), key,
         jsonb_object_agg(channel, decision), min(created_at) + interval '7 days', false, min(created_at)
    FROM (SELECT dedupe_key AS key, NULL AS category, member_id AS recipient_id, NULL::uuid AS subject_id,
                 'in_app' AS channel, 'told' AS decision, created_at
            FROM notifications.notification
          UNION ALL
          SELECT substr(dedupe_key, 7), category, recipient_id, subject_id, 'email', 'queued', created_at
            FROM notifications.delivery) AS told
   GROUP BY key;

  CREATE TABLE notifications.digest (
    id uuid NOT NULL CONSTRAINT digest_pkey PRIMARY KEY,
    recipient_id uuid NOT NULL,
    created_at timestamptz NOT NULL
  );
  CREATE INDEX digest_of_recipient ON notifications.digest (recipient_id);
`;

const deliveries = `
  ALTER TABLE notifications.delivery
    ADD COLUMN intent_id uuid CONSTRAINT delivery_of_intent REFERENCES notifications.intent,
    ADD COLUMN digest_id uuid CONSTRAINT delivery_in_digest REFERENCES notifications.digest ON DELETE CASCADE,
    ADD COLUMN lane smallint,
    ADD COLUMN expires_at timestamptz,
    ADD COLUMN unless_read boolean NOT NULL DEFAULT false,
    ADD COLUMN doubt_since timestamptz,
    ADD COLUMN place_id uuid,
    ADD COLUMN address_hash text,
    ADD COLUMN test boolean NOT NULL DEFAULT false,
    ADD COLUMN template_version text,
    ADD COLUMN accepted_at timestamptz,
    ADD COLUMN changed_at timestamptz;
  UPDATE notifications.delivery AS d
     SET intent_id = i.id, expires_at = i.expires_at, changed_at = coalesce(d.closed_at, d.created_at),
         lane = CASE d.category WHEN 'security' THEN 0 WHEN 'billing' THEN 1 ELSE 2 END,
         accepted_at = CASE WHEN d.state = 'sent' THEN d.closed_at END
    FROM notifications.intent AS i WHERE i.dedupe_key = substr(d.dedupe_key, 7);
  ALTER TABLE notifications.delivery
    ALTER COLUMN intent_id SET NOT NULL,
    ALTER COLUMN lane SET NOT NULL,
    ALTER COLUMN expires_at SET NOT NULL,
    ALTER COLUMN changed_at SET NOT NULL,
    ALTER COLUMN unless_read DROP DEFAULT,
    ALTER COLUMN test DROP DEFAULT,
    DROP CONSTRAINT delivery_channel_known,
    DROP CONSTRAINT delivery_category_known,
    DROP CONSTRAINT delivery_state_known,
    DROP CONSTRAINT delivery_closed,
    DROP CONSTRAINT delivery_reasoned,
    ADD CONSTRAINT delivery_channel_known CHECK (
      channel IN ('email', 'whatsapp', 'telegram', 'discord', 'push')),
    ADD CONSTRAINT delivery_category_known CHECK (
      category IN ('security', 'billing', 'subscription', 'formations', 'coaching', 'loans', 'signals', 'support',
                   'staff', 'news', 'offers')),
    ADD CONSTRAINT delivery_state_known CHECK (
      state IN ('queued', 'deferred', 'digested', 'suppressed', 'sending', 'accepted', 'sent', 'delivered', 'read',
                'failed', 'unknown', 'expired', 'cancelled')),
    ADD CONSTRAINT delivery_lane_known CHECK (lane BETWEEN 0 AND 3),
    ADD CONSTRAINT delivery_closed CHECK (
      (state IN ('queued', 'deferred', 'sending') OR (state = 'digested' AND digest_id IS NULL))
      = (closed_at IS NULL)),
    ADD CONSTRAINT delivery_reasoned CHECK (
      state NOT IN ('deferred', 'suppressed', 'failed', 'unknown', 'expired', 'cancelled')
      OR last_reason IS NOT NULL);
  DROP INDEX notifications.delivery_due;
  CREATE INDEX delivery_due ON notifications.delivery (channel, lane, next_attempt_at) WHERE state IN ${waiting};
  CREATE INDEX delivery_to_digest ON notifications.delivery (next_attempt_at)
    WHERE state = 'digested' AND digest_id IS NULL;
  CREATE INDEX delivery_of_recipient ON notifications.delivery (recipient_id, id);
  CREATE INDEX delivery_by_intent ON notifications.delivery (intent_id);
  CREATE INDEX delivery_by_digest ON notifications.delivery (digest_id) WHERE digest_id IS NOT NULL;
  CREATE INDEX delivery_by_provider_id ON notifications.delivery (provider_id) WHERE provider_id IS NOT NULL;
  CREATE INDEX delivery_by_day ON notifications.delivery (created_at);

  ALTER TABLE notifications.preference
    ADD COLUMN digests jsonb NOT NULL DEFAULT '{}'
      CONSTRAINT preference_digests_object CHECK (jsonb_typeof(digests) = 'object');
`;

const timeline = `
  CREATE TABLE notifications.delivery_step (
    delivery_id uuid NOT NULL CONSTRAINT delivery_step_of_delivery
      REFERENCES notifications.delivery ON DELETE CASCADE,
    number integer GENERATED ALWAYS AS IDENTITY,
    state text NOT NULL,
    attempt integer NOT NULL,
    reason text,
    at timestamptz NOT NULL,
    CONSTRAINT delivery_step_pkey PRIMARY KEY (delivery_id, number)
  );
  INSERT INTO notifications.delivery_step (delivery_id, state, attempt, reason, at)
  SELECT id, state, attempts, last_reason, changed_at FROM notifications.delivery;

  CREATE FUNCTION notifications.delivery_moves() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    rank constant jsonb := '{"accepted": 1, "sent": 2, "delivered": 3, "read": 4}';
  BEGIN
    -- Callbacks come late, twice and in any order: what was read stays read. A bounce may follow an acceptance.
    IF TG_OP = 'UPDATE' AND rank ? OLD.state AND NEW.state <> 'failed'
       AND coalesce((rank ->> NEW.state)::integer, 0) < (rank ->> OLD.state)::integer THEN
      RAISE EXCEPTION 'a delivery never goes from % to %', OLD.state, NEW.state
        USING ERRCODE = 'check_violation', CONSTRAINT = 'delivery_forward', TABLE = 'delivery';
    END IF;
    INSERT INTO notifications.delivery_step (delivery_id, state, attempt, reason, at)
    VALUES (NEW.id, NEW.state, NEW.attempts, NEW.last_reason, NEW.changed_at);
    RETURN NULL;
  END $$;
  CREATE TRIGGER delivery_moves AFTER INSERT OR UPDATE OF state ON notifications.delivery
    FOR EACH ROW EXECUTE FUNCTION notifications.delivery_moves();
`;

const places = `
  CREATE TABLE notifications.address_state (
    channel text NOT NULL,
    address_hash text NOT NULL,
    state text NOT NULL,
    reason text,
    soft_bounces integer NOT NULL DEFAULT 0,
    soft_since timestamptz,
    last_inbound_at timestamptz,
    changed_at timestamptz NOT NULL,
    -- Outlives the person: what asked not to be written to is not written to, whoever brings it back.
    CONSTRAINT address_state_pkey PRIMARY KEY (channel, address_hash),
    CONSTRAINT address_state_known CHECK (
      state IN ('active', 'bounced', 'blocked', 'unreachable', 'opted-out', 'gone'))
  );
  CREATE TABLE notifications.push_subscription (
    id uuid NOT NULL CONSTRAINT push_subscription_pkey PRIMARY KEY,
    member_id uuid NOT NULL,
    endpoint text NOT NULL,
    sealed_keys text NOT NULL,
    device text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT push_subscription_once UNIQUE (endpoint),
    CONSTRAINT push_subscription_https CHECK (endpoint LIKE 'https://%')
  );
  CREATE INDEX push_subscription_of_member ON notifications.push_subscription (member_id);
  CREATE TABLE notifications.quiet_hours (
    member_id uuid NOT NULL CONSTRAINT quiet_hours_pkey PRIMARY KEY,
    starts time NOT NULL,
    ends time NOT NULL,
    days smallint[] NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT quiet_hours_last CHECK (starts <> ends),
    CONSTRAINT quiet_hours_days CHECK (days <@ ARRAY[1, 2, 3, 4, 5, 6, 7]::smallint[] AND cardinality(days) > 0)
  );
  CREATE TABLE notifications.whatsapp_template (
    announcement text NOT NULL,
    locale text NOT NULL,
    content_sid text NOT NULL,
    approval text NOT NULL,
    variables jsonb NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT whatsapp_template_pkey PRIMARY KEY (announcement, locale),
    CONSTRAINT whatsapp_template_locale_known CHECK (locale IN ('fr', 'en')),
    CONSTRAINT whatsapp_template_sid CHECK (content_sid ~ '^HX[0-9a-f]{32}$'),
    CONSTRAINT whatsapp_template_approval_known CHECK (approval IN ('draft', 'pending', 'approved', 'rejected')),
    CONSTRAINT whatsapp_template_variables CHECK (jsonb_typeof(variables) = 'array')
  );
`;

const ingress = `
  CREATE TABLE notifications.provider_event (
    id uuid NOT NULL CONSTRAINT provider_event_pkey PRIMARY KEY,
    provider text NOT NULL,
    event_key text NOT NULL,
    -- What a person wrote is sealed, and forgotten once it was understood.
    sealed text,
    attempts integer NOT NULL DEFAULT 0,
    received_at timestamptz NOT NULL,
    understood_at timestamptz,
    outcome text,
    CONSTRAINT provider_event_once UNIQUE (provider, event_key),
    CONSTRAINT provider_event_known CHECK (provider IN ('telegram', 'twilio', 'mail')),
    CONSTRAINT provider_event_understood CHECK (
      (understood_at IS NULL) = (sealed IS NOT NULL) AND (understood_at IS NULL) = (outcome IS NULL))
  );
  CREATE INDEX provider_event_waiting ON notifications.provider_event (received_at) WHERE understood_at IS NULL;
  -- Two pollers answer each other 409: one worker listens at a time.
  CREATE TABLE notifications.telegram_ear (
    one boolean NOT NULL CONSTRAINT telegram_ear_pkey PRIMARY KEY CONSTRAINT telegram_ear_one CHECK (one),
    last_update_id bigint,
    held_until timestamptz NOT NULL,
    holder text NOT NULL
  );
  INSERT INTO notifications.telegram_ear VALUES (true, NULL, '-infinity', '');
`;
