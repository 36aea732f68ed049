import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person may ask of us: his data, his erasure, who read his file; and the legal texts he is to accept. */
export class AccountsPrivacy1763600006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounts.member ADD COLUMN erased_at timestamptz;

      CREATE TABLE accounts.data_export (
        id uuid NOT NULL CONSTRAINT data_export_pkey PRIMARY KEY,
        member_id uuid NOT NULL,
        state text NOT NULL,
        requested_at timestamptz NOT NULL,
        attempts integer NOT NULL,
        next_attempt_at timestamptz NOT NULL,
        claimed_until timestamptz,
        draft_id uuid,
        file_id uuid,
        byte_size bigint,
        ready_at timestamptz,
        expires_at timestamptz,
        last_error text,
        CONSTRAINT data_export_member FOREIGN KEY (member_id) REFERENCES accounts.member (id),
        CONSTRAINT data_export_state_known CHECK (state IN ('queued', 'building', 'ready', 'failed', 'expired')),
        CONSTRAINT data_export_claim CHECK ((state = 'building') = (claimed_until IS NOT NULL)),
        CONSTRAINT data_export_archive CHECK (
          (state = 'ready') = (file_id IS NOT NULL)
          AND (state NOT IN ('ready', 'expired')
               OR (ready_at IS NOT NULL AND expires_at >= ready_at AND byte_size > 0)))
      );
      -- A member has one export under way, however often he clicks.
      CREATE UNIQUE INDEX data_export_one_running ON accounts.data_export (member_id)
        WHERE state IN ('queued', 'building');
      CREATE INDEX data_export_of_member ON accounts.data_export (member_id, id);
      CREATE INDEX data_export_waiting ON accounts.data_export (next_attempt_at)
        WHERE state IN ('queued', 'building');
      CREATE INDEX data_export_to_expire ON accounts.data_export (expires_at) WHERE state = 'ready';

      CREATE TABLE accounts.data_export_part (
        export_id uuid NOT NULL,
        module text NOT NULL,
        position integer NOT NULL,
        rows_total integer NOT NULL,
        rows_done integer NOT NULL,
        CONSTRAINT data_export_part_pkey PRIMARY KEY (export_id, module),
        CONSTRAINT data_export_part_export FOREIGN KEY (export_id)
          REFERENCES accounts.data_export (id) ON DELETE CASCADE,
        CONSTRAINT data_export_part_progress CHECK (rows_done BETWEEN 0 AND rows_total)
      );

      CREATE TABLE accounts.erasure (
        id uuid NOT NULL CONSTRAINT erasure_pkey PRIMARY KEY,
        member_id uuid NOT NULL,
        origin text NOT NULL,
        actor_id uuid,
        reason text,
        gave_up_access boolean NOT NULL,
        state text NOT NULL,
        requested_at timestamptz NOT NULL,
        execute_after timestamptz NOT NULL,
        next_attempt_at timestamptz NOT NULL,
        attempts integer NOT NULL,
        claimed_until timestamptz,
        held_by text[] NOT NULL,
        cancelled_at timestamptz,
        started_at timestamptz,
        done_at timestamptz,
        farewell jsonb,
        last_error text,
        CONSTRAINT erasure_member FOREIGN KEY (member_id) REFERENCES accounts.member (id),
        CONSTRAINT erasure_origin_known CHECK (
          origin IN ('member', 'staff', 'inactivity') AND (origin = 'staff') = (actor_id IS NOT NULL)),
        CONSTRAINT erasure_state_known CHECK (state IN ('scheduled', 'running', 'done', 'cancelled')),
        CONSTRAINT erasure_after_request CHECK (execute_after >= requested_at),
        CONSTRAINT erasure_moments CHECK (
          (state = 'cancelled') = (cancelled_at IS NOT NULL)
          AND (state IN ('running', 'done')) = (started_at IS NOT NULL)
          AND (state = 'done') = (done_at IS NOT NULL)
          AND (claimed_until IS NULL OR state = 'running'))
      );
      CREATE UNIQUE INDEX erasure_one_open ON accounts.erasure (member_id) WHERE state IN ('scheduled', 'running');
      CREATE INDEX erasure_waiting ON accounts.erasure (next_attempt_at) WHERE state IN ('scheduled', 'running');
      CREATE INDEX erasure_farewell ON accounts.erasure (done_at) WHERE farewell IS NOT NULL;

      -- One row a module, in the transaction that forgets: an erasure goes on where it stopped.
      CREATE TABLE accounts.erasure_step (
        erasure_id uuid NOT NULL,
        module text NOT NULL,
        erased_at timestamptz NOT NULL,
        files uuid[] NOT NULL,
        files_removed_at timestamptz,
        CONSTRAINT erasure_step_pkey PRIMARY KEY (erasure_id, module),
        CONSTRAINT erasure_step_erasure FOREIGN KEY (erasure_id) REFERENCES accounts.erasure (id)
      );

      -- Sessions are forgotten after a month; the day somebody was last seen is kept here.
      CREATE TABLE accounts.last_activity (
        member_id uuid NOT NULL CONSTRAINT last_activity_pkey PRIMARY KEY,
        seen_at timestamptz NOT NULL,
        CONSTRAINT last_activity_member FOREIGN KEY (member_id) REFERENCES accounts.member (id)
      );
      CREATE TABLE accounts.inactivity_warning (
        id uuid NOT NULL CONSTRAINT inactivity_warning_pkey PRIMARY KEY,
        member_id uuid NOT NULL,
        last_seen_at timestamptz NOT NULL,
        warned_at timestamptz NOT NULL,
        CONSTRAINT inactivity_warning_member FOREIGN KEY (member_id) REFERENCES accounts.member (id),
        CONSTRAINT inactivity_warning_once UNIQUE (member_id, last_seen_at)
      );

      CREATE TABLE accounts.access_ledger (
        id uuid NOT NULL CONSTRAINT access_ledger_pkey PRIMARY KEY,
        member_id uuid NOT NULL,
        at timestamptz NOT NULL,
        staff_id uuid NOT NULL,
        staff_name text NOT NULL,
        staff_role text NOT NULL,
        section text NOT NULL,
        reason text NOT NULL,
        detail text,
        CONSTRAINT access_ledger_member FOREIGN KEY (member_id) REFERENCES accounts.member (id),
        CONSTRAINT access_ledger_section_known CHECK (
          section IN ('file', 'profile', 'security', 'billing', 'activity')),
        CONSTRAINT access_ledger_reason_known CHECK (
          reason IN ('support', 'payment', 'teaching', 'security', 'legal', 'other')),
        CONSTRAINT access_ledger_detail_length CHECK (char_length(detail) BETWEEN 1 AND 200)
      );
      CREATE INDEX access_ledger_of_member ON accounts.access_ledger (member_id, id);
      CREATE TRIGGER access_ledger_kept BEFORE DELETE ON accounts.access_ledger
        FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
      -- The one change allowed: an erasure blanks what was written about the person.
      CREATE TRIGGER access_ledger_append_only BEFORE UPDATE ON accounts.access_ledger
        FOR EACH ROW WHEN (
          NEW.detail IS NOT NULL
          OR (NEW.id, NEW.member_id, NEW.at, NEW.staff_id, NEW.staff_name, NEW.staff_role, NEW.section, NEW.reason)
             IS DISTINCT FROM
             (OLD.id, OLD.member_id, OLD.at, OLD.staff_id, OLD.staff_name, OLD.staff_role, OLD.section, OLD.reason))
        EXECUTE FUNCTION platform.refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE accounts.access_ledger, accounts.inactivity_warning, accounts.last_activity,
                 accounts.erasure_step, accounts.erasure, accounts.data_export_part, accounts.data_export;
      ALTER TABLE accounts.member DROP COLUMN erased_at;
    `);
  }
}
