import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passkeys; and a second factor given in a session is heard by every replica at once. */
export class AccountsPasskeys1763600008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE accounts.passkey (
        id uuid NOT NULL CONSTRAINT passkey_pkey PRIMARY KEY,
        member_id uuid NOT NULL,
        credential_id text NOT NULL,
        public_key bytea NOT NULL,
        counter bigint NOT NULL,
        transports text[] NOT NULL,
        device_type text NOT NULL,
        backed_up boolean NOT NULL,
        name text NOT NULL,
        created_at timestamptz NOT NULL,
        last_used_at timestamptz,
        CONSTRAINT passkey_member FOREIGN KEY (member_id) REFERENCES accounts.member (id),
        CONSTRAINT passkey_credential_once UNIQUE (credential_id),
        CONSTRAINT passkey_device_known CHECK (device_type IN ('singleDevice', 'multiDevice')),
        CONSTRAINT passkey_name_length CHECK (char_length(name) BETWEEN 1 AND 60)
      );
      CREATE INDEX passkey_of_member ON accounts.passkey (member_id);

      -- What a browser has to sign, once and soon. Without a member: somebody at the door.
      CREATE TABLE accounts.passkey_challenge (
        id uuid NOT NULL CONSTRAINT passkey_challenge_pkey PRIMARY KEY,
        member_id uuid,
        challenge text NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX passkey_challenge_expiry ON accounts.passkey_challenge (expires_at);

      CREATE TRIGGER session_strengthened AFTER UPDATE OF two_factor ON accounts.session
        FOR EACH ROW EXECUTE FUNCTION accounts.announce_access_change('member_id');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER session_strengthened ON accounts.session;
      DROP TABLE accounts.passkey_challenge, accounts.passkey;
    `);
  }
}
