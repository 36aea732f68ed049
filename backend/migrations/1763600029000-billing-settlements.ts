import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Money that arrives for an invoice after it was issued, and money given back for a credit note. */
export class BillingSettlements1763600029000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE billing.invoice_settlement (
        id uuid NOT NULL CONSTRAINT invoice_settlement_pkey PRIMARY KEY,
        invoice_id uuid NOT NULL,
        method text NOT NULL,
        transaction_number text NOT NULL,
        amount_cents integer NOT NULL,
        received_on date NOT NULL,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT invoice_settlement_invoice FOREIGN KEY (invoice_id) REFERENCES billing.invoice (id),
        CONSTRAINT invoice_settlement_method FOREIGN KEY (method) REFERENCES billing.payment_method (code),
        CONSTRAINT invoice_settlement_transaction_once UNIQUE (method, transaction_number),
        CONSTRAINT invoice_settlement_number_normalised CHECK (transaction_number ~ '^[A-Z0-9]{4,64}$'),
        CONSTRAINT invoice_settlement_positive CHECK (amount_cents > 0)
      );
      CREATE INDEX invoice_settlement_of_invoice ON billing.invoice_settlement (invoice_id);
      CREATE TRIGGER invoice_settlement_append_only BEFORE UPDATE OR DELETE ON billing.invoice_settlement
        FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
      CREATE TRIGGER invoice_settlement_no_truncate BEFORE TRUNCATE ON billing.invoice_settlement
        FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

      -- Never more settled than is owed. Whoever records the next one waits for the invoice's row.
      CREATE FUNCTION billing.check_settlement() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        owed integer;
      BEGIN
        SELECT total_cents - paid_cents INTO owed FROM billing.invoice WHERE id = NEW.invoice_id FOR SHARE;
        PERFORM pg_advisory_xact_lock(hashtextextended('billing.settlement|' || NEW.invoice_id, 0));
        IF (SELECT sum(amount_cents) FROM billing.invoice_settlement WHERE invoice_id = NEW.invoice_id)
           + COALESCE((SELECT sum(amount_cents) FROM billing.invoice_link
                        WHERE preceding_id = NEW.invoice_id AND role = 'credits'), 0) > owed THEN
          RAISE EXCEPTION 'more is settled than is owed'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_settlement_bounded';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER invoice_settlement_bounds AFTER INSERT ON billing.invoice_settlement
        FOR EACH ROW EXECUTE FUNCTION billing.check_settlement();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE billing.invoice_settlement;
      DROP FUNCTION billing.check_settlement();
    `);
  }
}
