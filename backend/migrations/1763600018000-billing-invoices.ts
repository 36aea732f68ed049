import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Companies, discounts, credit notes, deposits and corrective invoices. Invoices that exist keep every byte:
 * their new columns are empty, and `content_version` 1 says that the hash does not cover them.
 */
export class BillingInvoices1763600018000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE billing.issuer
        ADD oss_registered boolean NOT NULL DEFAULT false,
        ADD training_number text,
        ADD training_granted_on date,
        ADD CONSTRAINT issuer_training_dated CHECK ((training_number IS NULL) = (training_granted_on IS NULL));

      ALTER TABLE billing.plan
        ADD price_mode text NOT NULL DEFAULT 'TTC',
        ADD supply_kind text NOT NULL DEFAULT 'live',
        ADD training_exempt boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT plan_price_mode_known CHECK (price_mode IN ('TTC', 'HT')),
        ADD CONSTRAINT plan_supply_known CHECK (supply_kind IN ('live', 'electronic', 'training', 'goods'));

      -- Who is billed: asked at checkout, because his country decides the VAT.
      CREATE TABLE billing.billing_profile (
        member_id uuid NOT NULL CONSTRAINT billing_profile_pkey PRIMARY KEY,
        kind text NOT NULL,
        name text NOT NULL,
        address_lines text[] NOT NULL,
        postal_code text NOT NULL,
        city text NOT NULL,
        country text NOT NULL,
        siren text,
        vat_number text,
        vat_checked_on date,
        vat_check text NOT NULL,
        electronic_address text,
        purchase_order text,
        version integer NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT billing_profile_kind_known CHECK (kind IN ('person', 'company')),
        CONSTRAINT billing_profile_country_shape CHECK (country ~ '^[A-Z]{2}$'),
        CONSTRAINT billing_profile_siren_shape CHECK (siren ~ '^[0-9]{9}$'),
        CONSTRAINT billing_profile_person_bare CHECK (kind = 'company' OR (siren IS NULL AND vat_number IS NULL)),
        CONSTRAINT billing_profile_check_known CHECK (vat_check IN ('none', 'waiting', 'valid', 'invalid')),
        CONSTRAINT billing_profile_check_dated CHECK ((vat_check = 'valid') = (vat_checked_on IS NOT NULL))
      );

      -- The buyer and the lines as they were ordered; empty on the oldest payments.
      ALTER TABLE billing.payment
        ADD buyer jsonb,
        ADD order_lines jsonb,
        ADD purchase_order text,
        ADD price_mode text NOT NULL DEFAULT 'TTC',
        ADD CONSTRAINT payment_price_mode_known CHECK (price_mode IN ('TTC', 'HT'));

      ALTER TABLE billing.invoice
        ALTER payment_note DROP NOT NULL,
        ADD content_version integer NOT NULL DEFAULT 1,
        ADD payments jsonb NOT NULL DEFAULT '[]',
        ADD purchase_order text,
        ADD reason text,
        ADD verify_code text,
        DROP CONSTRAINT invoice_frame_known,
        DROP CONSTRAINT invoice_paid_frame,
        ADD CONSTRAINT invoice_frame_known CHECK (frame ~ '^[BSM][124]$'),
        ADD CONSTRAINT invoice_paid_frame CHECK (right(frame, 1) <> '2' OR paid_cents = total_cents),
        ADD CONSTRAINT invoice_verify_code_once UNIQUE (verify_code),
        ADD CONSTRAINT invoice_content_known CHECK (
          (content_version = 1 AND payment_note IS NOT NULL AND verify_code IS NULL)
          OR (content_version = 2 AND payment_note IS NULL AND verify_code IS NOT NULL)),
        ADD CONSTRAINT invoice_amendment_explained CHECK (type NOT IN ('381', '384') OR btrim(reason) <> '');
      ALTER TABLE billing.invoice ALTER content_version DROP DEFAULT;

      ALTER TABLE billing.invoice_line
        ADD discount_cents integer NOT NULL DEFAULT 0,
        ADD discount_reason text,
        ADD amount_cents integer,
        ADD of_position integer,
        ADD supply_kind text,
        DROP CONSTRAINT invoice_line_category,
        ADD CONSTRAINT invoice_line_category CHECK (
          vat_category IN ('S', 'E', 'AE', 'O', 'G') AND (vat_category = 'S') = (rate_bp IS NOT NULL)),
        ADD CONSTRAINT invoice_line_discount CHECK (
          discount_cents >= 0 AND (discount_cents = 0 OR discount_reason IS NOT NULL));

      ALTER TABLE billing.invoice_vat
        ADD exemption_code text,
        ADD exemption_text text,
        DROP CONSTRAINT invoice_vat_category,
        ADD CONSTRAINT invoice_vat_category CHECK (
          category IN ('S', 'E', 'AE', 'O', 'G') AND (category = 'S') = (rate_bp IS NOT NULL)
          AND (category = 'S' OR vat_cents = 0));

      -- What an invoice says of those before it. Written before its header, which seals it.
      CREATE TABLE billing.invoice_link (
        invoice_id uuid NOT NULL,
        position integer NOT NULL,
        role text NOT NULL,
        preceding_id uuid NOT NULL,
        number text NOT NULL,
        issue_date date NOT NULL,
        amount_cents integer NOT NULL,
        CONSTRAINT invoice_link_pkey PRIMARY KEY (invoice_id, position),
        CONSTRAINT invoice_link_invoice FOREIGN KEY (invoice_id) REFERENCES billing.invoice (id)
          DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT invoice_link_preceding FOREIGN KEY (preceding_id) REFERENCES billing.invoice (id),
        CONSTRAINT invoice_link_role_known CHECK (role IN ('credits', 'corrects', 'deducts')),
        CONSTRAINT invoice_link_amount CHECK (amount_cents >= 0)
      );
      CREATE INDEX invoice_link_of_preceding ON billing.invoice_link (preceding_id, role);
      -- An invoice is corrected once, a deposit deducted once.
      CREATE UNIQUE INDEX invoice_link_once ON billing.invoice_link (preceding_id, role)
        WHERE role IN ('corrects', 'deducts');
      CREATE TRIGGER invoice_link_sealed BEFORE INSERT ON billing.invoice_link
        FOR EACH ROW EXECUTE FUNCTION billing.refuse_sealed();
      CREATE TRIGGER invoice_link_append_only BEFORE UPDATE OR DELETE ON billing.invoice_link
        FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
      CREATE TRIGGER invoice_link_no_truncate BEFORE TRUNCATE ON billing.invoice_link
        FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

      -- What the staff prepares; no number before it is issued, and then it stays as it was.
      CREATE TABLE billing.invoice_draft (
        id uuid NOT NULL CONSTRAINT invoice_draft_pkey PRIMARY KEY,
        state text NOT NULL,
        type text NOT NULL,
        member_id uuid NOT NULL,
        content jsonb NOT NULL,
        invoice_id uuid,
        version integer NOT NULL,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT invoice_draft_invoice FOREIGN KEY (invoice_id) REFERENCES billing.invoice (id),
        CONSTRAINT invoice_draft_state_known CHECK (state IN ('draft', 'issued', 'discarded')),
        CONSTRAINT invoice_draft_type_known CHECK (type IN ('380', '381', '384', '386')),
        CONSTRAINT invoice_draft_issued CHECK ((state = 'issued') = (invoice_id IS NOT NULL))
      );
      CREATE INDEX invoice_draft_open ON billing.invoice_draft (id) WHERE state = 'draft';
    `);
    await runner.query(sealing);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER invoice_credit_bounds ON billing.invoice;
      DROP FUNCTION billing.check_links();
      DROP TABLE billing.invoice_draft;
      DROP TABLE billing.invoice_link;
      ALTER TABLE billing.invoice_vat
        DROP CONSTRAINT invoice_vat_category,
        DROP exemption_code, DROP exemption_text,
        ADD CONSTRAINT invoice_vat_category CHECK (
          category IN ('S', 'E') AND (category = 'S') = (rate_bp IS NOT NULL)
          AND (category = 'S' OR vat_cents = 0));
      ALTER TABLE billing.invoice_line
        DROP CONSTRAINT invoice_line_category, DROP CONSTRAINT invoice_line_discount,
        DROP discount_cents, DROP discount_reason, DROP amount_cents, DROP of_position, DROP supply_kind,
        ADD CONSTRAINT invoice_line_category CHECK (
          vat_category IN ('S', 'E') AND (vat_category = 'S') = (rate_bp IS NOT NULL));
      ALTER TABLE billing.invoice
        DROP CONSTRAINT invoice_content_known, DROP CONSTRAINT invoice_amendment_explained,
        DROP CONSTRAINT invoice_frame_known, DROP CONSTRAINT invoice_paid_frame,
        DROP content_version, DROP payments, DROP purchase_order, DROP reason, DROP verify_code,
        ALTER payment_note SET NOT NULL,
        ADD CONSTRAINT invoice_frame_known CHECK (frame IN ('S1', 'S2', 'S4')),
        ADD CONSTRAINT invoice_paid_frame CHECK (frame <> 'S2' OR paid_cents = total_cents);
      ALTER TABLE billing.payment DROP buyer, DROP order_lines, DROP purchase_order, DROP price_mode;
      DROP TABLE billing.billing_profile;
      ALTER TABLE billing.plan DROP price_mode, DROP supply_kind, DROP training_exempt;
      ALTER TABLE billing.issuer DROP oss_registered, DROP training_number, DROP training_granted_on;
    `);
  }
}

/** Never more credited than invoiced, at any rate; what was corrected or deducted is credited no more (I6). */
const sealing = `
  CREATE FUNCTION billing.check_links() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    link billing.invoice_link%ROWTYPE;
    preceding billing.invoice%ROWTYPE;
  BEGIN
    IF (NEW.type = '381' AND NOT EXISTS (
          SELECT 1 FROM billing.invoice_link WHERE invoice_id = NEW.id AND role = 'credits'))
       OR (NEW.type = '384' AND NOT EXISTS (
          SELECT 1 FROM billing.invoice_link WHERE invoice_id = NEW.id AND role = 'corrects')) THEN
      RAISE EXCEPTION 'invoice % amends nothing', NEW.number
        USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_amends';
    END IF;
    FOR link IN SELECT * FROM billing.invoice_link WHERE invoice_id = NEW.id LOOP
      SELECT * INTO preceding FROM billing.invoice WHERE id = link.preceding_id;
      IF preceding.number <> link.number OR preceding.issue_date <> link.issue_date
         OR preceding.member_id <> NEW.member_id
         OR link.role <> (CASE NEW.type WHEN '381' THEN 'credits' WHEN '384' THEN 'corrects' ELSE 'deducts' END)
         OR (link.role = 'deducts' AND preceding.type <> '386')
         OR preceding.type = '381' THEN
        RAISE EXCEPTION 'invoice % does not amend %', NEW.number, link.number
          USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_amends';
      END IF;
      IF EXISTS (
        SELECT 1 FROM billing.invoice_link other
         WHERE other.preceding_id = link.preceding_id AND other.invoice_id <> NEW.id
           AND NOT (other.role = 'credits' AND link.role = 'credits')) THEN
        RAISE EXCEPTION 'invoice % is amended already', link.number
          USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_amended_once';
      END IF;
      IF link.role = 'credits' AND EXISTS (
        SELECT 1 FROM (
          SELECT v.category, COALESCE(v.rate_bp, -1) AS rate, sum(v.base_cents) AS base, sum(v.vat_cents) AS vat
            FROM billing.invoice_link l
            JOIN billing.invoice_vat v ON v.invoice_id = l.invoice_id
           WHERE l.preceding_id = link.preceding_id AND l.role = 'credits'
           GROUP BY 1, 2) credited
        LEFT JOIN billing.invoice_vat owed ON owed.invoice_id = link.preceding_id
          AND owed.category = credited.category AND COALESCE(owed.rate_bp, -1) = credited.rate
        WHERE owed.invoice_id IS NULL OR credited.base > owed.base_cents OR credited.vat > owed.vat_cents) THEN
        RAISE EXCEPTION 'more is credited than % owes', link.number
          USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_credit_exceeds';
      END IF;
    END LOOP;
    RETURN NULL;
  END $$;
  CREATE TRIGGER invoice_credit_bounds AFTER INSERT ON billing.invoice
    FOR EACH ROW EXECUTE FUNCTION billing.check_links();`;
