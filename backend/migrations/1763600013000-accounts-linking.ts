import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Telegram and Discord accounts with their proof, and a WhatsApp number that was proven and agreed to. */
export class AccountsLinking1763600013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE accounts.external_account (
        id uuid NOT NULL CONSTRAINT external_account_pkey PRIMARY KEY,
        member_id uuid NOT NULL,
        platform text NOT NULL,
        external_id text NOT NULL,
        username text,
        linked_at timestamptz NOT NULL,
        told_at timestamptz NOT NULL,
        state text NOT NULL,
        sealed_grant text,
        scopes text[] NOT NULL,
        grant_expires_at timestamptz,
        refreshing_until timestamptz,
        CONSTRAINT external_account_member FOREIGN KEY (member_id) REFERENCES accounts.member (id),
        CONSTRAINT external_account_once UNIQUE (platform, external_id),
        CONSTRAINT external_account_of_member UNIQUE (member_id, platform),
        CONSTRAINT external_account_platform_known CHECK (platform IN ('telegram', 'discord')),
        CONSTRAINT external_account_id_shape CHECK (external_id ~ '^[0-9]{1,20}$'),
        CONSTRAINT external_account_state_known CHECK (state IN ('active', 'reauth_needed')),
        CONSTRAINT external_account_grant CHECK (
          (sealed_grant IS NOT NULL) = (platform = 'discord' AND state = 'active')
          AND (sealed_grant IS NULL) = (grant_expires_at IS NULL))
      );
      CREATE INDEX external_account_stale ON accounts.external_account (grant_expires_at)
        WHERE sealed_grant IS NOT NULL;

      -- What a platform still honours of somebody who left: ended there soon, with no name beside it.
      CREATE TABLE accounts.ended_grant (
        id uuid NOT NULL CONSTRAINT ended_grant_pkey PRIMARY KEY,
        sealed_token text NOT NULL,
        ended_at timestamptz NOT NULL,
        attempts integer NOT NULL,
        next_attempt_at timestamptz NOT NULL,
        CONSTRAINT ended_grant_attempts_counted CHECK (attempts >= 0)
      );
      CREATE INDEX ended_grant_due ON accounts.ended_grant (next_attempt_at);

      CREATE TABLE accounts.link_token (
        id uuid NOT NULL CONSTRAINT link_token_pkey PRIMARY KEY,
        hash text NOT NULL,
        member_id uuid NOT NULL,
        platform text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        withdrawn_at timestamptz,
        taken boolean NOT NULL,
        CONSTRAINT link_token_member FOREIGN KEY (member_id) REFERENCES accounts.member (id),
        CONSTRAINT link_token_hash_once UNIQUE (hash),
        CONSTRAINT link_token_hash_shape CHECK (hash ~ '^[0-9a-f]{64}$'),
        CONSTRAINT link_token_platform_known CHECK (platform IN ('telegram', 'discord')),
        CONSTRAINT link_token_expires_later CHECK (expires_at > created_at),
        CONSTRAINT link_token_one_end CHECK (used_at IS NULL OR withdrawn_at IS NULL),
        CONSTRAINT link_token_taken_by_use CHECK (NOT taken OR used_at IS NOT NULL)
      );
      CREATE INDEX link_token_latest ON accounts.link_token (member_id, platform, created_at);

      -- One asking, and what came of it. The code itself follows from the row and our key.
      CREATE TABLE accounts.whatsapp_proof (
        id uuid NOT NULL CONSTRAINT whatsapp_proof_pkey PRIMARY KEY,
        member_id uuid NOT NULL,
        number text NOT NULL,
        key_id text NOT NULL,
        attempts integer NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        opted_in_at timestamptz NOT NULL,
        opt_in_version integer NOT NULL,
        proven_at timestamptz,
        proven_by text,
        ended_at timestamptz,
        CONSTRAINT whatsapp_proof_member FOREIGN KEY (member_id) REFERENCES accounts.member (id),
        CONSTRAINT whatsapp_proof_number_e164 CHECK (number ~ '^\\+[1-9][0-9]{4,14}$'),
        CONSTRAINT whatsapp_proof_attempts_few CHECK (attempts BETWEEN 0 AND 5),
        CONSTRAINT whatsapp_proof_expires_later CHECK (expires_at > created_at),
        CONSTRAINT whatsapp_proof_explained CHECK (
          (proven_at IS NULL) = (proven_by IS NULL) AND proven_by IN ('code', 'message'))
      );
      CREATE UNIQUE INDEX whatsapp_proof_one_in_force ON accounts.whatsapp_proof (member_id) WHERE ended_at IS NULL;
      -- A number is one member's: who proves it last has it.
      CREATE UNIQUE INDEX whatsapp_proof_number_once ON accounts.whatsapp_proof (number)
        WHERE proven_at IS NOT NULL AND ended_at IS NULL;
      CREATE INDEX whatsapp_proof_waiting ON accounts.whatsapp_proof (number)
        WHERE proven_at IS NULL AND ended_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE accounts.whatsapp_proof, accounts.link_token, accounts.ended_grant, accounts.external_account;
    `);
  }
}
