import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Suspended accounts, tags and groups, the staff's saved filters. */
export class AccountsDirectory1763600007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounts.member
        ADD COLUMN locked_at timestamptz,
        ADD COLUMN lock_reason text,
        ADD CONSTRAINT member_lock_explained CHECK ((locked_at IS NULL) = (lock_reason IS NULL));

      ALTER TABLE accounts.address_proof
        DROP CONSTRAINT address_proof_purpose_known,
        ADD CONSTRAINT address_proof_purpose_known CHECK (
          purpose IN ('verify-email', 'reset-password', 'accept-invitation', 'confirm-old-email',
                      'confirm-new-email'));

      CREATE TABLE accounts.label (
        id uuid NOT NULL CONSTRAINT label_pkey PRIMARY KEY,
        kind text NOT NULL,
        name text NOT NULL,
        CONSTRAINT label_kind_known CHECK (kind IN ('tag', 'group')),
        CONSTRAINT label_name_trimmed CHECK (name = btrim(name) AND char_length(name) BETWEEN 1 AND 40)
      );
      CREATE UNIQUE INDEX label_name_once ON accounts.label (kind, lower(name));
      CREATE TABLE accounts.member_label (
        member_id uuid NOT NULL,
        label_id uuid NOT NULL,
        added_at timestamptz NOT NULL,
        added_by uuid NOT NULL,
        CONSTRAINT member_label_pkey PRIMARY KEY (member_id, label_id),
        CONSTRAINT member_label_member FOREIGN KEY (member_id) REFERENCES accounts.member (id),
        CONSTRAINT member_label_label FOREIGN KEY (label_id) REFERENCES accounts.label (id) ON DELETE CASCADE
      );
      CREATE INDEX member_label_of_label ON accounts.member_label (label_id);

      CREATE TABLE accounts.saved_filter (
        id uuid NOT NULL CONSTRAINT saved_filter_pkey PRIMARY KEY,
        owner_id uuid NOT NULL,
        name text NOT NULL,
        filter jsonb NOT NULL,
        sort text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT saved_filter_owner FOREIGN KEY (owner_id) REFERENCES accounts.member (id),
        CONSTRAINT saved_filter_name_once UNIQUE (owner_id, name),
        CONSTRAINT saved_filter_name_length CHECK (char_length(name) BETWEEN 1 AND 60),
        CONSTRAINT saved_filter_object CHECK (jsonb_typeof(filter) = 'object'),
        CONSTRAINT saved_filter_sort_known CHECK (sort IN ('newest', 'oldest', 'name', 'last_seen'))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE accounts.saved_filter, accounts.member_label, accounts.label;
      DELETE FROM accounts.address_proof WHERE purpose = 'accept-invitation';
      ALTER TABLE accounts.address_proof
        DROP CONSTRAINT address_proof_purpose_known,
        ADD CONSTRAINT address_proof_purpose_known CHECK (
          purpose IN ('verify-email', 'reset-password', 'confirm-old-email', 'confirm-new-email'));
      ALTER TABLE accounts.member DROP COLUMN locked_at, DROP COLUMN lock_reason;
    `);
  }
}
