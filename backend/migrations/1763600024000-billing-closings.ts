import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The book learns of money, closings and archives; closings by day, month and year with a perpetual total
 * (CGI, art. 286-I-3° bis); the accounts an export books to; how long accounting is kept.
 */
export class BillingClosings1763600024000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE billing.ledger_event
        ALTER invoice_id DROP NOT NULL,
        DROP CONSTRAINT ledger_event_kind_known,
        ADD CONSTRAINT ledger_event_kind_known CHECK (kind IN (
          'invoice-issued', 'document-stored', 'payment-received', 'refund-made', 'closing-made', 'archive-made')),
        ADD CONSTRAINT ledger_event_names_invoice CHECK (
          (invoice_id IS NULL) = (kind IN ('closing-made', 'archive-made')));
      CREATE INDEX ledger_event_invoice ON billing.ledger_event (invoice_id, kind);

      CREATE TABLE billing.closing (
        seq integer NOT NULL CONSTRAINT closing_pkey PRIMARY KEY,
        period text NOT NULL,
        from_day date NOT NULL,
        to_day date NOT NULL,
        invoice_count integer NOT NULL,
        credit_count integer NOT NULL,
        rates jsonb NOT NULL,
        net_cents bigint NOT NULL,
        vat_cents bigint NOT NULL,
        total_cents bigint NOT NULL,
        received_cents bigint NOT NULL,
        refunded_cents bigint NOT NULL,
        perpetual_cents bigint NOT NULL,
        perpetual_gross_cents bigint NOT NULL,
        first_seq bigint,
        last_seq bigint,
        closed_at timestamptz NOT NULL,
        prev_hash text NOT NULL,
        hash text NOT NULL,
        CONSTRAINT closing_once UNIQUE (period, from_day),
        CONSTRAINT closing_period_known CHECK (
          (period = 'day' AND to_day = from_day)
          OR (period = 'month' AND from_day = date_trunc('month', from_day)
              AND to_day = (from_day + interval '1 month')::date - 1)
          OR (period = 'year' AND from_day = date_trunc('year', from_day)
              AND to_day = (from_day + interval '1 year')::date - 1)),
        CONSTRAINT closing_sums CHECK (
          total_cents = net_cents + vat_cents AND received_cents >= 0 AND refunded_cents >= 0
          AND perpetual_gross_cents >= abs(perpetual_cents) AND invoice_count >= 0 AND credit_count >= 0
          AND (first_seq IS NULL) = (last_seq IS NULL)),
        CONSTRAINT closing_hash_shape CHECK (hash ~ '^[0-9a-f]{64}$' AND prev_hash ~ '^[0-9a-f]{64}$')
      );

      -- Which account a fact is booked to; the accountant edits them.
      CREATE TABLE billing.account_mapping (
        code text NOT NULL CONSTRAINT account_mapping_pkey PRIMARY KEY,
        account text NOT NULL,
        label text NOT NULL,
        version integer NOT NULL,
        CONSTRAINT account_mapping_shape CHECK (account ~ '^[0-9]{3}[0-9A-Z]{0,9}$' AND btrim(label) <> '')
      );
    `);
    await runner.query(closing);
    await runner.query(keeping);
    for (const statement of appendOnly('closing')) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER invoice_file_kept ON platform.stored_file;
      DROP FUNCTION billing.keep_file();
      DROP TRIGGER invoice_link_whole ON billing.invoice;
      DROP FUNCTION billing.check_whole_links();
      DROP TRIGGER ledger_event_day_open ON billing.ledger_event;
      DROP FUNCTION billing.refuse_closed_day();
      DROP TABLE billing.account_mapping;
      DROP TABLE billing.closing;
      DROP FUNCTION billing.check_closing();
      DROP INDEX billing.ledger_event_invoice;
      -- A line of the book cannot be unsaid: those the older house does not know stay, and no new one comes.
      ALTER TABLE billing.ledger_event
        DROP CONSTRAINT ledger_event_names_invoice,
        DROP CONSTRAINT ledger_event_kind_known,
        ADD CONSTRAINT ledger_event_kind_known CHECK (kind IN ('invoice-issued', 'document-stored')) NOT VALID,
        ALTER invoice_id SET NOT NULL;
    `);
    await runner.query(`
      DROP FUNCTION billing.restrict_role(name);
      ALTER FUNCTION billing.restrict_role_before_closings(name) RENAME TO restrict_role;`);
  }
}

function appendOnly(table: string): string[] {
  const change = 'EXECUTE FUNCTION platform.refuse_change()';
  return [
    `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON billing.${table} FOR EACH ROW ${change}`,
    `CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON billing.${table} FOR EACH STATEMENT ${change}`,
  ];
}

/** Days are closed one after the other, a month after its days, and what is closed stays closed (I16). */
const closing = `
  CREATE FUNCTION billing.check_closing() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    last billing.closing%ROWTYPE;
    day billing.closing%ROWTYPE;
    booked bigint;
    moved bigint;
  BEGIN
    SELECT * INTO last FROM billing.closing ORDER BY seq DESC LIMIT 1;
    SELECT * INTO day FROM billing.closing WHERE period = 'day' ORDER BY to_day DESC LIMIT 1;
    SELECT COALESCE(sum(amount_cents), 0), COALESCE(sum(abs(amount_cents)), 0) INTO booked, moved
      FROM billing.ledger_event
     WHERE kind = 'invoice-issued' AND ledger_event.day BETWEEN NEW.from_day AND NEW.to_day;
    IF NEW.seq <> COALESCE(last.seq, 0) + 1 OR NEW.prev_hash <> COALESCE(last.hash, repeat('0', 64))
       OR NEW.total_cents <> booked
       OR (NEW.period = 'day' AND (
             NEW.from_day <> COALESCE(day.to_day + 1, NEW.from_day)
             OR NEW.perpetual_cents <> COALESCE(day.perpetual_cents, 0) + booked
             OR NEW.perpetual_gross_cents <> COALESCE(day.perpetual_gross_cents, 0) + moved))
       OR (NEW.period <> 'day' AND (
             NEW.to_day IS DISTINCT FROM day.to_day OR NEW.perpetual_cents <> day.perpetual_cents
             OR NEW.perpetual_gross_cents <> day.perpetual_gross_cents)) THEN
      RAISE EXCEPTION 'the closing of % from % does not follow', NEW.period, NEW.from_day
        USING ERRCODE = 'check_violation', CONSTRAINT = 'closing_follows';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER closing_follows BEFORE INSERT ON billing.closing
    FOR EACH ROW EXECUTE FUNCTION billing.check_closing();

  CREATE FUNCTION billing.refuse_closed_day() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.day <= (SELECT max(to_day) FROM billing.closing WHERE period = 'day') THEN
      RAISE EXCEPTION '% is closed', NEW.day USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_day_closed';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER ledger_event_day_open BEFORE INSERT ON billing.ledger_event
    FOR EACH ROW EXECUTE FUNCTION billing.refuse_closed_day();

  -- A deposit is deducted, and an invoice replaced, whole: the totals by rate of a period hang on it.
  CREATE FUNCTION billing.check_whole_links() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (
      SELECT 1 FROM billing.invoice_link link JOIN billing.invoice preceding ON preceding.id = link.preceding_id
       WHERE link.invoice_id = NEW.id AND link.role <> 'credits' AND link.amount_cents <> preceding.total_cents) THEN
      RAISE EXCEPTION 'invoice % takes a part of another one', NEW.number
        USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_link_whole';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER invoice_link_whole AFTER INSERT ON billing.invoice
    FOR EACH ROW EXECUTE FUNCTION billing.check_whole_links();`;

/** Ten years from the end of the year (C. com., art. L. 123-22); rights follow the triggers, whoever adds a table. */
const keeping = `
  CREATE FUNCTION billing.keep_file() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (
      SELECT 1 FROM billing.invoice_document document JOIN billing.invoice ON invoice.id = document.invoice_id
       WHERE document.file_id = OLD.id
         AND make_date(EXTRACT(YEAR FROM invoice.issue_date)::int + 11, 1, 1) > CURRENT_DATE) THEN
      RAISE EXCEPTION 'file % is an accounting document', OLD.id
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'invoice_file_kept';
    END IF;
    RETURN OLD;
  END $$;
  CREATE TRIGGER invoice_file_kept BEFORE DELETE ON platform.stored_file
    FOR EACH ROW WHEN (OLD.owner_module = 'billing') EXECUTE FUNCTION billing.keep_file();

  ALTER FUNCTION billing.restrict_role(name) RENAME TO restrict_role_before_closings;
  CREATE FUNCTION billing.restrict_role(application name) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    rule record;
  BEGIN
    PERFORM billing.restrict_role_before_closings(application);
    FOR rule IN
      SELECT tgrelid::regclass AS name, tgname LIKE '%\\_append\\_only' AS final FROM pg_trigger
       WHERE tgrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'billing'::regnamespace)
         AND (tgname LIKE '%\\_append\\_only' OR tgname LIKE '%\\_kept')
    LOOP
      EXECUTE format('REVOKE DELETE ON %s FROM %I', rule.name, application);
      IF rule.final THEN EXECUTE format('REVOKE UPDATE ON %s FROM %I', rule.name, application); END IF;
    END LOOP;
  END $$;`;
