import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Money as it arrived: each receipt with its own number, deposits and surpluses, the proof a member sends,
 * and refunds. Payments validated before get the one receipt they had.
 */
export class BillingReceipts1763600020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE billing.payment
        DROP CONSTRAINT payment_status_known,
        DROP CONSTRAINT payment_validation_complete,
        ADD CONSTRAINT payment_status_known CHECK (
          status IN ('pending', 'proof_sent', 'partial', 'validated', 'rejected', 'cancelled', 'refunded')),
        ADD CONSTRAINT payment_validation_complete CHECK (
          status <> 'validated' OR (
            transaction_number IS NOT NULL AND received_on IS NOT NULL AND decided_at IS NOT NULL
            AND decided_by IS NOT NULL AND subscription_id IS NOT NULL AND ends_on > starts_on)),
        ADD CONSTRAINT payment_money_named CHECK (
          status NOT IN ('partial', 'refunded') OR (transaction_number IS NOT NULL AND received_on IS NOT NULL));
      DROP INDEX billing.payment_one_open;
      CREATE UNIQUE INDEX payment_one_open ON billing.payment (member_id, plan_id)
        WHERE status IN ('pending', 'proof_sent', 'partial');

      -- A refund on its first day leaves a period without a day: it overlaps nothing and gives no access.
      ALTER TABLE billing.subscription
        DROP CONSTRAINT subscription_ends_later,
        ADD CONSTRAINT subscription_ends_later CHECK (ends_on >= starts_on AND months > 0);

      -- The money of one bank transaction. A bank may repeat a number: an override says why it is another one.
      CREATE TABLE billing.receipt (
        id uuid NOT NULL CONSTRAINT receipt_pkey PRIMARY KEY,
        payment_id uuid NOT NULL,
        method text NOT NULL,
        transaction_number text NOT NULL,
        override_seq integer NOT NULL,
        override_reason text,
        amount_cents integer NOT NULL,
        surplus_cents integer NOT NULL,
        received_on date NOT NULL,
        currency text NOT NULL,
        original_amount numeric(24, 8),
        exchange_rate numeric(24, 10),
        invoice_id uuid NOT NULL,
        source text NOT NULL,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT receipt_payment FOREIGN KEY (payment_id) REFERENCES billing.payment (id),
        CONSTRAINT receipt_method FOREIGN KEY (method) REFERENCES billing.payment_method (code),
        CONSTRAINT receipt_invoice FOREIGN KEY (invoice_id) REFERENCES billing.invoice (id),
        CONSTRAINT receipt_transaction_once UNIQUE (method, transaction_number, override_seq),
        CONSTRAINT receipt_number_normalised CHECK (transaction_number ~ '^[A-Z0-9]{4,64}$'),
        CONSTRAINT receipt_override_explained CHECK (override_seq = 0 OR length(btrim(override_reason)) >= 10),
        CONSTRAINT receipt_amounts CHECK (amount_cents > 0 AND surplus_cents >= 0 AND surplus_cents < amount_cents),
        CONSTRAINT receipt_currency_shape CHECK (currency ~ '^[A-Z]{3,5}$'),
        CONSTRAINT receipt_exchange CHECK (
          (currency = 'EUR') = (original_amount IS NULL) AND (original_amount IS NULL) = (exchange_rate IS NULL)
          AND original_amount > 0 AND exchange_rate > 0),
        CONSTRAINT receipt_source_known CHECK (source IN ('staff', 'reconciliation', 'card'))
      );
      CREATE INDEX receipt_of_payment ON billing.receipt (payment_id, id);
      CREATE TRIGGER receipt_append_only BEFORE UPDATE OR DELETE ON billing.receipt
        FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
      CREATE TRIGGER receipt_no_truncate BEFORE TRUNCATE ON billing.receipt
        FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

      INSERT INTO billing.receipt (id, payment_id, method, transaction_number, override_seq, override_reason,
          amount_cents, surplus_cents, received_on, currency, invoice_id, source, recorded_by, recorded_at)
        SELECT DISTINCT ON (p.id) p.id, p.id, p.method, p.transaction_number, p.override_seq, p.override_reason,
               p.amount_cents, 0, p.received_on, 'EUR', a.invoice_id, 'staff', p.decided_by, p.decided_at
          FROM billing.payment p JOIN billing.allocation a ON a.payment_id = p.id
         WHERE p.status IN ('validated', 'refunded');

      -- Money above the price: the academy owes it until it is sent back.
      CREATE TABLE billing.surplus (
        id uuid NOT NULL CONSTRAINT surplus_pkey PRIMARY KEY,
        receipt_id uuid NOT NULL,
        payment_id uuid NOT NULL,
        member_id uuid NOT NULL,
        amount_cents integer NOT NULL,
        choice text NOT NULL,
        state text NOT NULL,
        created_at timestamptz NOT NULL,
        returned_on date,
        returned_number text,
        returned_by uuid,
        CONSTRAINT surplus_receipt FOREIGN KEY (receipt_id) REFERENCES billing.receipt (id),
        CONSTRAINT surplus_payment FOREIGN KEY (payment_id) REFERENCES billing.payment (id),
        CONSTRAINT surplus_of_receipt_once UNIQUE (receipt_id),
        CONSTRAINT surplus_amount_positive CHECK (amount_cents > 0),
        CONSTRAINT surplus_choice_known CHECK (choice IN ('credit', 'refuse')),
        CONSTRAINT surplus_state_known CHECK (state IN ('owed', 'returned')),
        CONSTRAINT surplus_return_complete CHECK (
          (state = 'returned') = (returned_on IS NOT NULL AND returned_number IS NOT NULL AND returned_by IS NOT NULL))
      );
      CREATE INDEX surplus_of_payment ON billing.surplus (payment_id);
      CREATE INDEX surplus_owed ON billing.surplus (created_at) WHERE state = 'owed';
      CREATE TRIGGER surplus_kept BEFORE DELETE ON billing.surplus
        FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

      -- What a member sends to show that he paid. A replaced one stays a row until its file is gone.
      CREATE TABLE billing.payment_proof (
        id uuid NOT NULL CONSTRAINT payment_proof_pkey PRIMARY KEY,
        payment_id uuid NOT NULL,
        file_id uuid NOT NULL,
        media_type text NOT NULL,
        byte_size integer NOT NULL,
        sent_at timestamptz NOT NULL,
        removed_at timestamptz,
        CONSTRAINT payment_proof_payment FOREIGN KEY (payment_id) REFERENCES billing.payment (id),
        CONSTRAINT payment_proof_media_known CHECK (media_type IN ('application/pdf', 'image/jpeg'))
      );
      CREATE UNIQUE INDEX payment_proof_shown_once ON billing.payment_proof (payment_id) WHERE removed_at IS NULL;
      CREATE INDEX payment_proof_removed ON billing.payment_proof (removed_at) WHERE removed_at IS NOT NULL;
    `);
    await runner.query(refunds);
    await runner.query(`
      -- What may be changed by nobody grows; whoever made the earlier lists still decides about his tables.
      ALTER FUNCTION billing.restrict_role(name) RENAME TO restrict_role_before_receipts;
      CREATE FUNCTION billing.restrict_role(application name) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM billing.restrict_role_before_receipts(application);
        EXECUTE format('REVOKE UPDATE, DELETE ON billing.receipt FROM %I', application);
        EXECUTE format('REVOKE DELETE ON billing.surplus, billing.refund FROM %I', application);
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION billing.restrict_role(name);
      ALTER FUNCTION billing.restrict_role_before_receipts(name) RENAME TO restrict_role;
      DROP TABLE billing.billing_setting;
      DROP TABLE billing.refund;
      DROP TABLE billing.payment_proof;
      DROP TABLE billing.surplus;
      DROP TABLE billing.receipt;
      -- A period without a day is a word the older house does not know; it is left as it was written.
      ALTER TABLE billing.subscription
        DROP CONSTRAINT subscription_ends_later,
        ADD CONSTRAINT subscription_ends_later CHECK (ends_on > starts_on AND months > 0) NOT VALID;
      ALTER TABLE billing.payment
        DROP CONSTRAINT payment_money_named,
        DROP CONSTRAINT payment_validation_complete,
        DROP CONSTRAINT payment_status_known;
      UPDATE billing.payment SET status = 'pending' WHERE status = 'partial';
      UPDATE billing.payment SET status = 'cancelled' WHERE status = 'refunded' AND subscription_id IS NULL;
      ALTER TABLE billing.payment
        ADD CONSTRAINT payment_status_known CHECK (
          status IN ('pending', 'proof_sent', 'validated', 'rejected', 'cancelled', 'refunded')),
        ADD CONSTRAINT payment_validation_complete CHECK (
          status NOT IN ('validated', 'refunded') OR (
            transaction_number IS NOT NULL AND received_on IS NOT NULL AND decided_at IS NOT NULL
            AND decided_by IS NOT NULL AND subscription_id IS NOT NULL AND ends_on > starts_on));
      DROP INDEX billing.payment_one_open;
      CREATE UNIQUE INDEX payment_one_open ON billing.payment (member_id, plan_id)
        WHERE status IN ('pending', 'proof_sent');
    `);
  }
}

/** A refund asked for by one person may wait for another one's agreement. */
const refunds = `
  CREATE TABLE billing.refund (
    id uuid NOT NULL CONSTRAINT refund_pkey PRIMARY KEY,
    payment_id uuid NOT NULL,
    state text NOT NULL,
    lines jsonb,
    reason text NOT NULL,
    method text NOT NULL,
    transaction_number text NOT NULL,
    refunded_on date NOT NULL,
    access_ends_on date,
    amount_cents integer,
    credit_note_ids uuid[] NOT NULL,
    requested_by uuid NOT NULL,
    requested_at timestamptz NOT NULL,
    decided_by uuid,
    decided_at timestamptz,
    decline_reason text,
    CONSTRAINT refund_payment FOREIGN KEY (payment_id) REFERENCES billing.payment (id),
    CONSTRAINT refund_method FOREIGN KEY (method) REFERENCES billing.payment_method (code),
    CONSTRAINT refund_state_known CHECK (state IN ('requested', 'done', 'declined')),
    CONSTRAINT refund_explained CHECK (btrim(reason) <> ''),
    CONSTRAINT refund_number_normalised CHECK (transaction_number ~ '^[A-Z0-9]{4,64}$'),
    CONSTRAINT refund_decided CHECK ((state = 'requested') = (decided_at IS NULL AND decided_by IS NULL)),
    CONSTRAINT refund_done CHECK ((state = 'done') = (amount_cents IS NOT NULL AND cardinality(credit_note_ids) > 0)),
    CONSTRAINT refund_declined CHECK ((state = 'declined') = (decline_reason IS NOT NULL))
  );
  CREATE UNIQUE INDEX refund_one_waiting ON billing.refund (payment_id) WHERE state = 'requested';
  CREATE UNIQUE INDEX refund_number_once ON billing.refund (method, transaction_number) WHERE state = 'done';
  CREATE INDEX refund_of_payment ON billing.refund (payment_id, id);
  CREATE TRIGGER refund_kept BEFORE DELETE ON billing.refund
    FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
  CREATE TRIGGER refund_final BEFORE UPDATE ON billing.refund
    FOR EACH ROW WHEN (OLD.state <> 'requested') EXECUTE FUNCTION platform.refuse_change();

  CREATE TABLE billing.billing_setting (
    one boolean NOT NULL CONSTRAINT billing_setting_pkey PRIMARY KEY CONSTRAINT billing_setting_one CHECK (one),
    four_eyes_refunds boolean NOT NULL,
    version integer NOT NULL
  );
  INSERT INTO billing.billing_setting (one, four_eyes_refunds, version) VALUES (true, false, 1);`;
