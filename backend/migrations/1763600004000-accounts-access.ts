import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions people recognise, throttled logins, second factors, changes of address. */
export class AccountsAccess1763600004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounts.session
        ADD COLUMN last_seen_at timestamptz,
        ADD COLUMN device text NOT NULL DEFAULT 'unknown',
        ADD COLUMN browser text,
        ADD COLUMN system text,
        ADD COLUMN country text,
        ADD COLUMN two_factor boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT session_device_known CHECK (device IN ('phone', 'tablet', 'computer', 'unknown')),
        ADD CONSTRAINT session_country_shape CHECK (country ~ '^[A-Z]{2}$');
      UPDATE accounts.session s SET last_seen_at =
        coalesce((SELECT max(created_at) FROM accounts.session_token t WHERE t.session_id = s.id), s.created_at);
      ALTER TABLE accounts.session
        ALTER COLUMN last_seen_at SET NOT NULL,
        ALTER COLUMN device DROP DEFAULT,
        ALTER COLUMN two_factor DROP DEFAULT,
        DROP CONSTRAINT session_revocation_explained,
        ADD CONSTRAINT session_revocation_explained CHECK (
          (revoked_at IS NULL) = (revoked_because IS NULL)
          AND revoked_because IN ('logout', 'token-reused', 'revoked', 'password-changed', 'email-changed',
                                  'account-secured', 'account-closed'));

      -- Access tokens outlive what they were signed on: every api replica hears of an end, or of other roles.
      CREATE FUNCTION accounts.announce_access_change() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        PERFORM pg_notify('calmness_access', to_jsonb(NEW) ->> TG_ARGV[0]);
        RETURN NULL;
      END $body$;
      CREATE TRIGGER session_ended AFTER UPDATE OF revoked_at ON accounts.session
        FOR EACH ROW EXECUTE FUNCTION accounts.announce_access_change('member_id');
      CREATE TRIGGER member_roles_changed AFTER UPDATE OF roles ON accounts.member
        FOR EACH ROW EXECUTE FUNCTION accounts.announce_access_change('id');

      CREATE TABLE accounts.known_device (
        id uuid NOT NULL CONSTRAINT known_device_pkey PRIMARY KEY,
        member_id uuid NOT NULL,
        hash text NOT NULL,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        CONSTRAINT known_device_member FOREIGN KEY (member_id) REFERENCES accounts.member (id),
        CONSTRAINT known_device_once UNIQUE (member_id, hash),
        CONSTRAINT known_device_hash_shape CHECK (hash ~ '^[0-9a-f]{64}$')
      );

      -- Keys are HMACs: neither an account nor a network address is readable here.
      CREATE TABLE accounts.throttle (
        key text NOT NULL CONSTRAINT throttle_pkey PRIMARY KEY,
        attempts integer NOT NULL,
        blocked_until timestamptz NOT NULL,
        last_attempt_at timestamptz NOT NULL,
        CONSTRAINT throttle_attempts_positive CHECK (attempts >= 0)
      );
      CREATE INDEX throttle_age ON accounts.throttle (last_attempt_at);

      CREATE TABLE accounts.two_factor (
        member_id uuid NOT NULL CONSTRAINT two_factor_pkey PRIMARY KEY,
        sealed_secret text NOT NULL,
        created_at timestamptz NOT NULL,
        enabled_at timestamptz,
        last_step bigint,
        CONSTRAINT two_factor_member FOREIGN KEY (member_id) REFERENCES accounts.member (id)
      );
      CREATE TABLE accounts.recovery_code (
        id uuid NOT NULL CONSTRAINT recovery_code_pkey PRIMARY KEY,
        member_id uuid NOT NULL,
        hash text NOT NULL,
        used_at timestamptz,
        CONSTRAINT recovery_code_factor FOREIGN KEY (member_id)
          REFERENCES accounts.two_factor (member_id) ON DELETE CASCADE,
        CONSTRAINT recovery_code_once UNIQUE (member_id, hash),
        CONSTRAINT recovery_code_hash_shape CHECK (hash ~ '^[0-9a-f]{64}$')
      );

      CREATE TABLE accounts.email_change (
        id uuid NOT NULL CONSTRAINT email_change_pkey PRIMARY KEY,
        member_id uuid NOT NULL,
        old_email text NOT NULL,
        new_email text NOT NULL,
        requested_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        old_confirmed_at timestamptz,
        new_confirmed_at timestamptz,
        closed_at timestamptz,
        outcome text,
        CONSTRAINT email_change_member FOREIGN KEY (member_id) REFERENCES accounts.member (id),
        CONSTRAINT email_change_expires_later CHECK (expires_at > requested_at),
        CONSTRAINT email_change_new_trimmed CHECK (new_email = btrim(new_email) AND new_email LIKE '%_@_%'),
        CONSTRAINT email_change_outcome_known CHECK (
          (closed_at IS NULL) = (outcome IS NULL)
          AND outcome IN ('changed', 'cancelled', 'expired', 'taken')),
        CONSTRAINT email_change_both_confirmed CHECK (
          outcome IS DISTINCT FROM 'changed'
          OR (old_confirmed_at IS NOT NULL AND new_confirmed_at IS NOT NULL))
      );
      CREATE UNIQUE INDEX email_change_open_once ON accounts.email_change (member_id) WHERE closed_at IS NULL;

      ALTER TABLE accounts.address_proof
        ADD COLUMN email_change_id uuid,
        ADD CONSTRAINT address_proof_email_change FOREIGN KEY (email_change_id)
          REFERENCES accounts.email_change (id),
        DROP CONSTRAINT address_proof_purpose_known,
        ADD CONSTRAINT address_proof_purpose_known CHECK (
          purpose IN ('verify-email', 'reset-password', 'confirm-old-email', 'confirm-new-email')),
        ADD CONSTRAINT address_proof_change_named CHECK (
          (purpose IN ('confirm-old-email', 'confirm-new-email')) = (email_change_id IS NOT NULL));

      ALTER TABLE accounts.member
        ADD COLUMN password_reset_required boolean NOT NULL DEFAULT false;
      ALTER TABLE accounts.member ALTER COLUMN password_reset_required DROP DEFAULT;
    `);
  }

  /** Links and endings the older house does not know are forgotten; its people stay. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounts.member DROP COLUMN password_reset_required;
      DELETE FROM accounts.address_proof WHERE purpose <> 'verify-email';
      ALTER TABLE accounts.address_proof
        DROP CONSTRAINT address_proof_change_named,
        DROP CONSTRAINT address_proof_purpose_known,
        DROP COLUMN email_change_id,
        ADD CONSTRAINT address_proof_purpose_known CHECK (purpose IN ('verify-email'));
      DROP TABLE accounts.email_change, accounts.recovery_code, accounts.two_factor, accounts.throttle,
                 accounts.known_device;
      DROP TRIGGER member_roles_changed ON accounts.member;
      DROP TRIGGER session_ended ON accounts.session;
      DROP FUNCTION accounts.announce_access_change();
      UPDATE accounts.session SET revoked_because = 'logout'
       WHERE revoked_because NOT IN ('logout', 'token-reused');
      ALTER TABLE accounts.session
        DROP CONSTRAINT session_revocation_explained,
        ADD CONSTRAINT session_revocation_explained CHECK (
          (revoked_at IS NULL) = (revoked_because IS NULL)
          AND revoked_because IN ('logout', 'token-reused')),
        DROP COLUMN last_seen_at, DROP COLUMN device, DROP COLUMN browser, DROP COLUMN system,
        DROP COLUMN country, DROP COLUMN two_factor;
    `);
  }
}
