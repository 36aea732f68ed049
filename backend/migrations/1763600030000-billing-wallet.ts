import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the academy owes a member, in two columns: every movement takes from one account what it gives another. */
export class BillingWallet1763600030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE billing.wallet_movement (
        id uuid NOT NULL CONSTRAINT wallet_movement_pkey PRIMARY KEY,
        member_id uuid NOT NULL,
        kind text NOT NULL,
        source_id uuid NOT NULL,
        invoice_id uuid,
        at timestamptz NOT NULL,
        CONSTRAINT wallet_movement_once UNIQUE (kind, source_id),
        CONSTRAINT wallet_movement_invoice FOREIGN KEY (invoice_id) REFERENCES billing.invoice (id),
        CONSTRAINT wallet_movement_kind_known CHECK (kind IN ('credit_note', 'surplus', 'refund'))
      );
      CREATE INDEX wallet_movement_of_member ON billing.wallet_movement (member_id, id);

      CREATE TABLE billing.wallet_entry (
        movement_id uuid NOT NULL,
        account text NOT NULL,
        amount_cents integer NOT NULL,
        CONSTRAINT wallet_entry_pkey PRIMARY KEY (movement_id, account),
        CONSTRAINT wallet_entry_movement FOREIGN KEY (movement_id) REFERENCES billing.wallet_movement (id),
        CONSTRAINT wallet_entry_account_known CHECK (account IN ('member', 'sales', 'bank')),
        CONSTRAINT wallet_entry_moves CHECK (amount_cents <> 0)
      );

      -- Both sides of a movement weigh the same, and nobody owes the academy through his wallet.
      CREATE FUNCTION billing.check_wallet() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        owner uuid;
      BEGIN
        SELECT member_id INTO owner FROM billing.wallet_movement WHERE id = NEW.movement_id;
        IF (SELECT sum(amount_cents) FROM billing.wallet_entry WHERE movement_id = NEW.movement_id) <> 0 THEN
          RAISE EXCEPTION 'a movement does not balance'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'wallet_balances';
        END IF;
        IF (SELECT sum(e.amount_cents) FROM billing.wallet_entry e
              JOIN billing.wallet_movement m ON m.id = e.movement_id
             WHERE m.member_id = owner AND e.account = 'member') < 0 THEN
          RAISE EXCEPTION 'a wallet cannot be overdrawn'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'wallet_overdrawn';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER wallet_entry_balance AFTER INSERT ON billing.wallet_entry
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION billing.check_wallet();
    `);
    for (const table of ['wallet_movement', 'wallet_entry'])
      await runner.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON billing.${table}
          FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
        CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON billing.${table}
          FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE billing.wallet_entry;
      DROP TABLE billing.wallet_movement;
      DROP FUNCTION billing.check_wallet();
    `);
  }
}
