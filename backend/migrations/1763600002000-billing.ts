import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Money: offers, payments, subscriptions, invoices nobody can change, and the ledger that says so. */
export class Billing1763600002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Equality of uuid and text inside an exclusion constraint.
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      CREATE SCHEMA billing;

      CREATE TABLE billing.plan (
        id uuid NOT NULL CONSTRAINT plan_pkey PRIMARY KEY,
        code text NOT NULL,
        plan_group text NOT NULL,
        name jsonb NOT NULL,
        description jsonb NOT NULL,
        features jsonb NOT NULL,
        duration_months integer NOT NULL,
        price_cents integer NOT NULL,
        vat_rate_code text NOT NULL,
        active boolean NOT NULL,
        position integer NOT NULL,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT plan_code_once UNIQUE (code),
        CONSTRAINT plan_code_shape CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        CONSTRAINT plan_duration_sane CHECK (duration_months BETWEEN 1 AND 120),
        CONSTRAINT plan_price_positive CHECK (price_cents > 0)
      );

      CREATE TABLE billing.payment_method (
        code text NOT NULL CONSTRAINT payment_method_pkey PRIMARY KEY,
        name jsonb NOT NULL,
        instructions jsonb NOT NULL,
        coordinates jsonb NOT NULL,
        active boolean NOT NULL,
        position integer NOT NULL,
        version integer NOT NULL,
        CONSTRAINT payment_method_code_known CHECK (code IN ('bank_transfer', 'crypto', 'mobile_money', 'paypal'))
      );

      CREATE TABLE billing.vat_rate (
        code text NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        rate_bp integer NOT NULL,
        CONSTRAINT vat_rate_pkey PRIMARY KEY (code, valid_from),
        CONSTRAINT vat_rate_sane CHECK (rate_bp BETWEEN 0 AND 10000),
        CONSTRAINT vat_rate_ends_later CHECK (valid_to > valid_from)
      );

      CREATE TABLE billing.mention_text (
        code text NOT NULL,
        lang text NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        text text NOT NULL,
        legal_ref text NOT NULL,
        CONSTRAINT mention_text_pkey PRIMARY KEY (code, lang, valid_from),
        CONSTRAINT mention_text_lang_known CHECK (lang IN ('fr', 'en')),
        CONSTRAINT mention_text_ends_later CHECK (valid_to > valid_from)
      );

      CREATE TABLE billing.issuer (
        id uuid NOT NULL CONSTRAINT issuer_pkey PRIMARY KEY,
        version integer NOT NULL,
        legal_name text NOT NULL,
        legal_form text,
        capital_cents bigint,
        is_sole_trader boolean NOT NULL,
        siren text NOT NULL,
        siret text NOT NULL,
        rcs_city text,
        vat_number text,
        vat_regime text NOT NULL,
        vat_on_debits boolean NOT NULL,
        address_lines text[] NOT NULL,
        postal_code text NOT NULL,
        city text NOT NULL,
        country text NOT NULL,
        iban text,
        bic text,
        email text NOT NULL,
        is_demo boolean NOT NULL,
        valid_from timestamptz NOT NULL,
        CONSTRAINT issuer_version_once UNIQUE (version),
        CONSTRAINT issuer_siren_shape CHECK (siren ~ '^[0-9]{9}$'),
        CONSTRAINT issuer_siret_of_siren CHECK (siret ~ '^[0-9]{14}$' AND left(siret, 9) = siren),
        CONSTRAINT issuer_regime_known CHECK (vat_regime IN ('normal', 'franchise')),
        CONSTRAINT issuer_country_shape CHECK (country ~ '^[A-Z]{2}$')
      );
      -- A change is a new version: what an invoice referred to stays what it was.
      CREATE TRIGGER issuer_append_only BEFORE UPDATE OR DELETE ON billing.issuer
        FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

      CREATE TABLE billing.subscription (
        id uuid NOT NULL CONSTRAINT subscription_pkey PRIMARY KEY,
        member_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        plan_code text NOT NULL,
        plan_group text NOT NULL,
        plan_name jsonb NOT NULL,
        status text NOT NULL,
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        months integer NOT NULL,
        cancelled_at timestamptz,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT subscription_plan FOREIGN KEY (plan_id) REFERENCES billing.plan (id),
        CONSTRAINT subscription_status_known CHECK (status IN ('active', 'expired', 'cancelled', 'paused')),
        CONSTRAINT subscription_ends_later CHECK (ends_on > starts_on AND months > 0),
        -- One subscription runs at a time in a group; the end is exclusive.
        CONSTRAINT subscription_one_running EXCLUDE USING gist
          (member_id WITH =, plan_group WITH =, daterange(starts_on, ends_on) WITH &&)
      );
      CREATE INDEX subscription_of_member ON billing.subscription (member_id, ends_on);
      CREATE INDEX subscription_to_expire ON billing.subscription (ends_on) WHERE status = 'active';

      CREATE TABLE billing.payment (
        id uuid NOT NULL CONSTRAINT payment_pkey PRIMARY KEY,
        member_id uuid NOT NULL,
        reference text NOT NULL,
        plan_id uuid NOT NULL,
        plan_code text NOT NULL,
        plan_group text NOT NULL,
        plan_name jsonb NOT NULL,
        duration_months integer NOT NULL,
        amount_cents integer NOT NULL,
        currency text NOT NULL,
        vat_rate_code text NOT NULL,
        vat_rate_bp integer,
        cgv_version text NOT NULL,
        method text NOT NULL,
        status text NOT NULL,
        idempotency_key text,
        declared_number text,
        declared_at timestamptz NOT NULL,
        transaction_number text,
        override_seq integer NOT NULL DEFAULT 0,
        override_reason text,
        received_on date,
        decided_at timestamptz,
        decided_by uuid,
        reject_reason text,
        subscription_id uuid,
        starts_on date,
        ends_on date,
        CONSTRAINT payment_plan FOREIGN KEY (plan_id) REFERENCES billing.plan (id),
        CONSTRAINT payment_by_method FOREIGN KEY (method) REFERENCES billing.payment_method (code),
        CONSTRAINT payment_subscription FOREIGN KEY (subscription_id) REFERENCES billing.subscription (id),
        CONSTRAINT payment_reference_once UNIQUE (reference),
        CONSTRAINT payment_idempotency_once UNIQUE (member_id, idempotency_key),
        CONSTRAINT payment_transaction_once UNIQUE (method, transaction_number, override_seq),
        CONSTRAINT payment_status_known CHECK (
          status IN ('pending', 'proof_sent', 'validated', 'rejected', 'cancelled', 'refunded')),
        CONSTRAINT payment_amount_positive CHECK (amount_cents > 0 AND currency = 'EUR'),
        CONSTRAINT payment_reference_shape CHECK (reference ~ '^CAL-[2-9A-HJKMNP-Z]{6}$'),
        CONSTRAINT payment_number_normalised CHECK (transaction_number ~ '^[A-Z0-9]{4,64}$'),
        CONSTRAINT payment_override_explained CHECK (override_seq = 0 OR override_reason IS NOT NULL),
        CONSTRAINT payment_validation_complete CHECK (
          status NOT IN ('validated', 'refunded') OR (
            transaction_number IS NOT NULL AND received_on IS NOT NULL AND decided_at IS NOT NULL
            AND decided_by IS NOT NULL AND subscription_id IS NOT NULL AND ends_on > starts_on)),
        CONSTRAINT payment_rejection_explained CHECK (status <> 'rejected' OR btrim(reject_reason) <> '')
      );
      CREATE UNIQUE INDEX payment_one_open ON billing.payment (member_id, plan_id)
        WHERE status IN ('pending', 'proof_sent');
      CREATE INDEX payment_of_member ON billing.payment (member_id, id);
      CREATE INDEX payment_waiting ON billing.payment (status, declared_at);

      CREATE TABLE billing.number_counter (
        series text NOT NULL,
        year integer NOT NULL,
        last_seq integer NOT NULL CHECK (last_seq >= 0),
        CONSTRAINT number_counter_pkey PRIMARY KEY (series, year)
      );
      -- The end of the chain: its row is locked while an invoice is issued, so they queue up.
      CREATE TABLE billing.invoice_chain (
        series text NOT NULL CONSTRAINT invoice_chain_pkey PRIMARY KEY,
        length integer NOT NULL,
        last_number text,
        last_issue_date date,
        last_hash text NOT NULL,
        broken_number text
      );
      INSERT INTO billing.invoice_chain (series, length, last_hash) VALUES ('CT', 0, repeat('0', 64));

      CREATE TABLE billing.invoice (
        id uuid NOT NULL CONSTRAINT invoice_pkey PRIMARY KEY,
        type text NOT NULL,
        series text NOT NULL,
        year integer NOT NULL,
        seq integer NOT NULL,
        number text NOT NULL,
        member_id uuid NOT NULL,
        issued_at timestamptz NOT NULL,
        issue_date date NOT NULL,
        supply_from date NOT NULL,
        supply_to date NOT NULL,
        due_date date NOT NULL,
        frame text NOT NULL,
        price_mode text NOT NULL,
        currency text NOT NULL,
        net_cents integer NOT NULL,
        vat_cents integer NOT NULL,
        total_cents integer NOT NULL,
        paid_cents integer NOT NULL,
        payment_note jsonb NOT NULL,
        issuer_id uuid NOT NULL,
        issuer jsonb NOT NULL,
        buyer jsonb NOT NULL,
        mentions jsonb NOT NULL,
        is_demo boolean NOT NULL,
        idempotency_key text NOT NULL,
        prev_hash text NOT NULL,
        hash text NOT NULL,
        CONSTRAINT invoice_issuer FOREIGN KEY (issuer_id) REFERENCES billing.issuer (id),
        CONSTRAINT invoice_number_once UNIQUE (number),
        CONSTRAINT invoice_seq_once UNIQUE (series, year, seq),
        CONSTRAINT invoice_idempotency_once UNIQUE (idempotency_key),
        CONSTRAINT invoice_hash_once UNIQUE (hash),
        CONSTRAINT invoice_type_known CHECK (type IN ('380', '381', '384', '386')),
        CONSTRAINT invoice_frame_known CHECK (frame IN ('S1', 'S2', 'S4')),
        CONSTRAINT invoice_price_mode_known CHECK (price_mode IN ('TTC', 'HT')),
        CONSTRAINT invoice_supply_ordered CHECK (supply_to >= supply_from),
        CONSTRAINT invoice_totals CHECK (
          net_cents >= 0 AND vat_cents >= 0 AND paid_cents >= 0 AND paid_cents <= total_cents
          AND total_cents = net_cents + vat_cents AND currency = 'EUR'),
        CONSTRAINT invoice_paid_frame CHECK (frame <> 'S2' OR paid_cents = total_cents),
        CONSTRAINT invoice_hash_shape CHECK (hash ~ '^[0-9a-f]{64}$' AND prev_hash ~ '^[0-9a-f]{64}$')
      );
      CREATE INDEX invoice_of_member ON billing.invoice (member_id, id);

      CREATE TABLE billing.invoice_line (
        invoice_id uuid NOT NULL,
        position integer NOT NULL,
        label text NOT NULL,
        detail text,
        quantity numeric(12, 3) NOT NULL,
        unit_net numeric(18, 6) NOT NULL,
        net_cents integer NOT NULL,
        vat_category text NOT NULL,
        rate_bp integer,
        CONSTRAINT invoice_line_pkey PRIMARY KEY (invoice_id, position),
        CONSTRAINT invoice_line_invoice FOREIGN KEY (invoice_id) REFERENCES billing.invoice (id)
          DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT invoice_line_amounts CHECK (quantity > 0 AND unit_net >= 0 AND net_cents >= 0),
        CONSTRAINT invoice_line_category CHECK (
          vat_category IN ('S', 'E') AND (vat_category = 'S') = (rate_bp IS NOT NULL))
      );
      CREATE TABLE billing.invoice_vat (
        invoice_id uuid NOT NULL,
        position integer NOT NULL,
        category text NOT NULL,
        rate_bp integer,
        base_cents integer NOT NULL,
        vat_cents integer NOT NULL,
        CONSTRAINT invoice_vat_pkey PRIMARY KEY (invoice_id, position),
        CONSTRAINT invoice_vat_invoice FOREIGN KEY (invoice_id) REFERENCES billing.invoice (id)
          DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT invoice_vat_amounts CHECK (base_cents >= 0 AND vat_cents >= 0),
        CONSTRAINT invoice_vat_category CHECK (
          category IN ('S', 'E') AND (category = 'S') = (rate_bp IS NOT NULL)
          AND (category = 'S' OR vat_cents = 0))
      );

      CREATE TABLE billing.allocation (
        payment_id uuid NOT NULL,
        invoice_id uuid NOT NULL,
        amount_cents integer NOT NULL,
        CONSTRAINT allocation_pkey PRIMARY KEY (payment_id, invoice_id),
        CONSTRAINT allocation_payment FOREIGN KEY (payment_id) REFERENCES billing.payment (id),
        CONSTRAINT allocation_invoice FOREIGN KEY (invoice_id) REFERENCES billing.invoice (id),
        CONSTRAINT allocation_positive CHECK (amount_cents > 0)
      );
      CREATE INDEX allocation_of_invoice ON billing.allocation (invoice_id);

      CREATE TABLE billing.invoice_document (
        id uuid NOT NULL CONSTRAINT invoice_document_pkey PRIMARY KEY,
        invoice_id uuid NOT NULL,
        kind text NOT NULL,
        state text NOT NULL,
        attempts integer NOT NULL,
        claimed_until timestamptz,
        next_attempt_at timestamptz NOT NULL,
        file_id uuid,
        sha256 text,
        last_error text,
        ready_at timestamptz,
        CONSTRAINT invoice_document_invoice FOREIGN KEY (invoice_id) REFERENCES billing.invoice (id),
        CONSTRAINT invoice_document_once UNIQUE (invoice_id, kind),
        CONSTRAINT invoice_document_kind_known CHECK (kind IN ('pdf', 'xml')),
        CONSTRAINT invoice_document_state_known CHECK (state IN ('queued', 'rendering', 'ready', 'failed')),
        CONSTRAINT invoice_document_claim CHECK ((state = 'rendering') = (claimed_until IS NOT NULL)),
        CONSTRAINT invoice_document_proof CHECK (
          (state = 'ready') = (file_id IS NOT NULL AND sha256 IS NOT NULL AND ready_at IS NOT NULL))
      );
      CREATE INDEX invoice_document_waiting ON billing.invoice_document (next_attempt_at) WHERE state <> 'ready';

      CREATE TABLE billing.ledger_head (
        one boolean NOT NULL CONSTRAINT ledger_head_pkey PRIMARY KEY CHECK (one),
        last_seq bigint NOT NULL,
        last_hash text NOT NULL
      );
      INSERT INTO billing.ledger_head (one, last_seq, last_hash) VALUES (true, 0, repeat('0', 64));
      CREATE TABLE billing.ledger_event (
        seq bigint NOT NULL CONSTRAINT ledger_event_pkey PRIMARY KEY,
        kind text NOT NULL,
        at timestamptz NOT NULL,
        day date NOT NULL,
        invoice_id uuid NOT NULL,
        amount_cents integer NOT NULL,
        detail jsonb NOT NULL,
        prev_hash text NOT NULL,
        hash text NOT NULL,
        CONSTRAINT ledger_event_invoice FOREIGN KEY (invoice_id) REFERENCES billing.invoice (id),
        CONSTRAINT ledger_event_kind_known CHECK (kind IN ('invoice-issued', 'document-stored'))
      );
      CREATE INDEX ledger_event_day ON billing.ledger_event (day);
    `);
    await runner.query(`
      -- Lines arrive before their invoice, in its transaction; the header seals them (I3, I5).
      CREATE FUNCTION billing.refuse_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM billing.invoice WHERE id = NEW.invoice_id) THEN
          RAISE EXCEPTION 'invoice % is sealed', NEW.invoice_id USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER invoice_line_sealed BEFORE INSERT ON billing.invoice_line
        FOR EACH ROW EXECUTE FUNCTION billing.refuse_sealed();
      CREATE TRIGGER invoice_vat_sealed BEFORE INSERT ON billing.invoice_vat
        FOR EACH ROW EXECUTE FUNCTION billing.refuse_sealed();

      -- Number, order and sums are right or the invoice does not exist (I1, I2, I4, I5).
      CREATE FUNCTION billing.seal_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        previous billing.invoice%ROWTYPE;
        rank text := CASE WHEN NEW.seq < 10000 THEN lpad(NEW.seq::text, 4, '0') ELSE NEW.seq::text END;
      BEGIN
        SELECT * INTO previous FROM billing.invoice
         WHERE series = NEW.series AND id <> NEW.id ORDER BY year DESC, seq DESC LIMIT 1;
        IF NEW.number <> NEW.series || '-' || to_char(NEW.issue_date, 'YYYYMMDD') || '-' || rank
           OR NEW.year <> EXTRACT(YEAR FROM NEW.issue_date)
           OR NEW.issue_date <> (NEW.issued_at AT TIME ZONE 'Europe/Paris')::date
           OR NEW.seq <> (CASE WHEN previous.year = NEW.year THEN previous.seq + 1 ELSE 1 END)
           OR NEW.issue_date < previous.issue_date
           OR NEW.prev_hash <> COALESCE(previous.hash, repeat('0', 64)) THEN
          RAISE EXCEPTION 'invoice % does not follow %', NEW.number, previous.number
            USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_follows';
        END IF;
        IF (SELECT COALESCE(sum(net_cents), -1) FROM billing.invoice_line WHERE invoice_id = NEW.id) <> NEW.net_cents
           OR (SELECT COALESCE(sum(base_cents), -1) FROM billing.invoice_vat WHERE invoice_id = NEW.id) <> NEW.net_cents
           OR (SELECT COALESCE(sum(vat_cents), -1) FROM billing.invoice_vat WHERE invoice_id = NEW.id) <> NEW.vat_cents
           OR EXISTS (
             SELECT 1 FROM
               (SELECT COALESCE(rate_bp, -1) AS rate, sum(net_cents) AS base
                  FROM billing.invoice_line WHERE invoice_id = NEW.id GROUP BY 1) line
               FULL JOIN
               (SELECT COALESCE(rate_bp, -1) AS rate, sum(base_cents) AS base
                  FROM billing.invoice_vat WHERE invoice_id = NEW.id GROUP BY 1) vat USING (rate)
              WHERE line.base IS DISTINCT FROM vat.base) THEN
          RAISE EXCEPTION 'the sums of invoice % do not meet', NEW.number
            USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_sums';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER invoice_seal AFTER INSERT ON billing.invoice
        FOR EACH ROW EXECUTE FUNCTION billing.seal_invoice();

      -- Never more allocated than paid, nor than owed (I7).
      CREATE FUNCTION billing.check_allocation() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT sum(amount_cents) FROM billing.allocation WHERE payment_id = NEW.payment_id)
             > (SELECT amount_cents FROM billing.payment WHERE id = NEW.payment_id)
           OR (SELECT sum(amount_cents) FROM billing.allocation WHERE invoice_id = NEW.invoice_id)
             > (SELECT total_cents FROM billing.invoice WHERE id = NEW.invoice_id) THEN
          RAISE EXCEPTION 'too much is allocated' USING ERRCODE = 'check_violation', CONSTRAINT = 'allocation_bounded';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER allocation_bounds AFTER INSERT ON billing.allocation
        FOR EACH ROW EXECUTE FUNCTION billing.check_allocation();

      -- A document that is ready stays the document it is (I12, I13).
      CREATE TRIGGER invoice_document_final BEFORE UPDATE ON billing.invoice_document
        FOR EACH ROW WHEN (OLD.state = 'ready') EXECUTE FUNCTION platform.refuse_change();
      CREATE TRIGGER invoice_document_kept BEFORE DELETE ON billing.invoice_document
        FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
      CREATE TRIGGER payment_kept BEFORE DELETE ON billing.payment
        FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
    `);
    for (const table of ['invoice', 'invoice_line', 'invoice_vat', 'allocation', 'ledger_event']) {
      await runner.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON billing.${table}
          FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
        CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON billing.${table}
          FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
      `);
    }
    await runner.query(`
      -- For an application role beside the owner's: it reads and adds everywhere, and may not touch what is
      -- final. Run once after the migration: SELECT billing.restrict_role('calmness_app').
      CREATE FUNCTION billing.restrict_role(application name) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('GRANT USAGE ON SCHEMA billing TO %I', application);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA billing TO %I', application);
        EXECUTE format(
          'REVOKE UPDATE, DELETE ON billing.issuer, billing.invoice, billing.invoice_line, billing.invoice_vat,
             billing.allocation, billing.ledger_event FROM %I', application);
        EXECUTE format('REVOKE DELETE ON billing.payment, billing.invoice_document FROM %I', application);
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA billing CASCADE');
  }
}
