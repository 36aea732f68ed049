import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People: members, proofs of their address, sessions, legal texts and acceptances, activity. */
export class Accounts1763600001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA accounts;

      CREATE TABLE accounts.member (
        id uuid NOT NULL CONSTRAINT member_pkey PRIMARY KEY,
        email text NOT NULL,
        email_verified_at timestamptz,
        password_hash text NOT NULL,
        first_name text NOT NULL,
        last_name text NOT NULL,
        locale text NOT NULL,
        timezone text NOT NULL,
        roles text[] NOT NULL,
        is_demo boolean NOT NULL,
        phone text,
        telegram_username text,
        discord_username text,
        whatsapp_number text,
        country text,
        city text,
        bio text,
        trading_experience text,
        risk_tolerance text,
        preferred_assets text[] NOT NULL,
        gender text,
        age_range text,
        has_complete_profile boolean NOT NULL,
        can_make_payment boolean NOT NULL,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT member_email_trimmed CHECK (email = btrim(email) AND email LIKE '%_@_%'),
        CONSTRAINT member_locale_known CHECK (locale IN ('fr', 'en')),
        CONSTRAINT member_roles_known CHECK (
          roles <@ ARRAY['member', 'instructor', 'manager', 'accountant', 'admin'] AND cardinality(roles) > 0),
        CONSTRAINT member_telegram_shape CHECK (telegram_username ~ '^@[A-Za-z][A-Za-z0-9_]{4,31}$'),
        CONSTRAINT member_discord_shape CHECK (discord_username ~ '^[a-z0-9._]{2,32}$'),
        CONSTRAINT member_phones_e164 CHECK (
          phone ~ '^\\+[1-9][0-9]{4,14}$' AND whatsapp_number ~ '^\\+[1-9][0-9]{4,14}$'),
        CONSTRAINT member_bio_length CHECK (char_length(bio) <= 1000),
        CONSTRAINT member_experience_known CHECK (
          trading_experience IN ('beginner', 'intermediate', 'advanced', 'expert')),
        CONSTRAINT member_risk_known CHECK (risk_tolerance IN ('low', 'medium', 'high')),
        CONSTRAINT member_assets_known CHECK (
          preferred_assets <@ ARRAY['forex', 'crypto', 'stocks', 'indices']),
        CONSTRAINT member_gender_known CHECK (gender IN ('male', 'female', 'other', 'undisclosed')),
        CONSTRAINT member_age_known CHECK (
          age_range IN ('18-24', '25-34', '35-44', '45-54', '55-64', '65+'))
      );
      -- One account an address, however it is written in capitals.
      CREATE UNIQUE INDEX member_email_once ON accounts.member (lower(email));
      CREATE INDEX member_roles ON accounts.member USING gin (roles);

      CREATE TABLE accounts.address_proof (
        id uuid NOT NULL CONSTRAINT address_proof_pkey PRIMARY KEY,
        member_id uuid NOT NULL,
        purpose text NOT NULL,
        hash text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT address_proof_member FOREIGN KEY (member_id) REFERENCES accounts.member (id),
        CONSTRAINT address_proof_purpose_known CHECK (purpose IN ('verify-email')),
        CONSTRAINT address_proof_hash_shape CHECK (hash ~ '^[0-9a-f]{64}$'),
        CONSTRAINT address_proof_expires_later CHECK (expires_at > created_at)
      );
      CREATE INDEX address_proof_latest ON accounts.address_proof (member_id, purpose, created_at);

      CREATE TABLE accounts.session (
        id uuid NOT NULL CONSTRAINT session_pkey PRIMARY KEY,
        member_id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        revoked_because text,
        CONSTRAINT session_member FOREIGN KEY (member_id) REFERENCES accounts.member (id),
        CONSTRAINT session_expires_later CHECK (expires_at > created_at),
        CONSTRAINT session_revocation_explained CHECK (
          (revoked_at IS NULL) = (revoked_because IS NULL)
          AND revoked_because IN ('logout', 'token-reused'))
      );
      CREATE INDEX session_of_member ON accounts.session (member_id);
      CREATE INDEX session_expiry ON accounts.session (expires_at);

      CREATE TABLE accounts.session_token (
        id uuid NOT NULL CONSTRAINT session_token_pkey PRIMARY KEY,
        session_id uuid NOT NULL,
        hash text NOT NULL,
        created_at timestamptz NOT NULL,
        rotated_at timestamptz,
        CONSTRAINT session_token_session FOREIGN KEY (session_id)
          REFERENCES accounts.session (id) ON DELETE CASCADE,
        CONSTRAINT session_token_hash_once UNIQUE (hash),
        CONSTRAINT session_token_hash_shape CHECK (hash ~ '^[0-9a-f]{64}$')
      );
      -- A session has one living token.
      CREATE UNIQUE INDEX session_token_living_once ON accounts.session_token (session_id)
        WHERE rotated_at IS NULL;

      CREATE TABLE accounts.legal_text (
        id uuid NOT NULL CONSTRAINT legal_text_pkey PRIMARY KEY,
        code text NOT NULL,
        version integer NOT NULL,
        locale text NOT NULL,
        title text NOT NULL,
        body text NOT NULL,
        published_at timestamptz NOT NULL,
        CONSTRAINT legal_text_once UNIQUE (code, version, locale),
        CONSTRAINT legal_text_code_known CHECK (
          code IN ('mentions', 'cgv', 'cgu', 'privacy', 'cookies', 'accessibility', 'mediation')),
        CONSTRAINT legal_text_version_positive CHECK (version > 0),
        CONSTRAINT legal_text_locale_known CHECK (locale IN ('fr', 'en'))
      );
      -- What somebody accepted stays as it was read: a correction is a new version.
      CREATE TRIGGER legal_text_append_only BEFORE UPDATE OR DELETE ON accounts.legal_text
        FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

      CREATE TABLE accounts.legal_acceptance (
        id uuid NOT NULL CONSTRAINT legal_acceptance_pkey PRIMARY KEY,
        member_id uuid NOT NULL,
        code text NOT NULL,
        version integer NOT NULL,
        accepted_at timestamptz NOT NULL,
        CONSTRAINT legal_acceptance_member FOREIGN KEY (member_id) REFERENCES accounts.member (id),
        CONSTRAINT legal_acceptance_once UNIQUE (member_id, code, version)
      );

      CREATE TABLE accounts.activity (
        event_id uuid NOT NULL,
        member_id uuid NOT NULL,
        kind text NOT NULL,
        subject text,
        url text,
        at timestamptz NOT NULL,
        CONSTRAINT activity_pkey PRIMARY KEY (event_id, kind),
        CONSTRAINT activity_kind_known CHECK (
          kind IN ('registered', 'email_verified', 'profile_completed', 'payment_declared', 'payment_validated',
                   'payment_rejected', 'subscription_activated', 'invoice_issued'))
      );
      CREATE INDEX activity_feed ON accounts.activity (member_id, at, event_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA accounts CASCADE');
  }
}
