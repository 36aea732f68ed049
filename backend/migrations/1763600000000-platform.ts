import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The corridor's tables: outbox, inbox, audit log, files, heartbeats, development mailbox. */
export class Platform1763600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA platform;

      CREATE TABLE platform.outbox_event (
        id uuid NOT NULL,
        name text NOT NULL,
        payload jsonb NOT NULL,
        occurred_at timestamptz NOT NULL,
        correlation_id text NOT NULL,
        recorded_at timestamptz NOT NULL,
        relayed_at timestamptz,
        settled_at timestamptz,
        PRIMARY KEY (id, recorded_at)
      ) PARTITION BY RANGE (recorded_at);
      CREATE TABLE platform.outbox_event_default PARTITION OF platform.outbox_event DEFAULT;
      CREATE INDEX outbox_event_unrelayed ON platform.outbox_event (id) WHERE relayed_at IS NULL;
      CREATE INDEX outbox_event_unsettled ON platform.outbox_event (relayed_at) WHERE settled_at IS NULL;

      -- A month's partition is made ahead by the worker; the default one only catches a late worker.
      CREATE FUNCTION platform.ensure_outbox_partition(month date) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        first date := date_trunc('month', month)::date;
        partition text := 'outbox_event_' || to_char(first, 'YYYYMM');
      BEGIN
        IF to_regclass('platform.' || partition) IS NULL THEN
          EXECUTE format(
            'CREATE TABLE platform.%I PARTITION OF platform.outbox_event FOR VALUES FROM (%L) TO (%L)',
            partition, first, (first + interval '1 month')::date);
        END IF;
      END $$;
      SELECT platform.ensure_outbox_partition(current_date);
      SELECT platform.ensure_outbox_partition((current_date + interval '1 month')::date);

      CREATE TABLE platform.event_consumer (
        name text PRIMARY KEY,
        event_name text NOT NULL,
        started_at timestamptz NOT NULL
      );

      CREATE TABLE platform.inbox_event (
        consumer text NOT NULL,
        event_id uuid NOT NULL,
        handled_at timestamptz NOT NULL,
        PRIMARY KEY (event_id, consumer)
      );

      CREATE TABLE platform.event_failure (
        consumer text NOT NULL,
        event_id uuid NOT NULL,
        event_name text NOT NULL,
        attempts integer NOT NULL CHECK (attempts > 0),
        last_error text NOT NULL,
        last_failed_at timestamptz NOT NULL,
        parked_at timestamptz,
        PRIMARY KEY (consumer, event_id)
      );
      CREATE INDEX event_failure_parked ON platform.event_failure (parked_at) WHERE parked_at IS NOT NULL;

      CREATE TABLE platform.audit_entry (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        actor_id uuid NOT NULL,
        action text NOT NULL,
        object_type text NOT NULL,
        object_id text NOT NULL,
        before jsonb,
        after jsonb,
        correlation_id text NOT NULL
      );
      CREATE INDEX audit_entry_object ON platform.audit_entry (object_type, object_id, id DESC);

      CREATE FUNCTION platform.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '%.% is append-only', TG_TABLE_SCHEMA, TG_TABLE_NAME
          USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON platform.audit_entry
        FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
      CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON platform.audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

      CREATE TABLE platform.stored_file (
        id uuid PRIMARY KEY,
        owner_module text NOT NULL,
        storage_key text NOT NULL UNIQUE,
        file_name text NOT NULL,
        media_type text NOT NULL,
        byte_size bigint NOT NULL CHECK (byte_size >= 0),
        sha256 char(64) NOT NULL,
        created_at timestamptz NOT NULL
      );

      CREATE TABLE platform.process_heartbeat (
        process_id uuid PRIMARY KEY,
        kind text NOT NULL,
        started_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL,
        adapters jsonb NOT NULL DEFAULT '[]'
      );

      CREATE TABLE platform.development_mail (
        id uuid PRIMARY KEY,
        message_id text NOT NULL UNIQUE,
        recipient text NOT NULL,
        subject text NOT NULL,
        text_body text NOT NULL,
        html_body text NOT NULL,
        attachments jsonb NOT NULL,
        sent_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA platform CASCADE');
  }
}
