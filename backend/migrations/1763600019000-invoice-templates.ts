import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The dress of the printed invoices, and their XML beside the PDF. */
export class InvoiceTemplates1763600019000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How invoices look from a moment on; a document names the version it was printed with.
      CREATE TABLE billing.invoice_template (
        version integer NOT NULL CONSTRAINT invoice_template_pkey PRIMARY KEY,
        accent text NOT NULL,
        logo_file_id uuid,
        footer_text text,
        thank_you text,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        -- Only colours whose contrast was computed.
        CONSTRAINT invoice_template_accent_known CHECK (
          accent IN ('gold', 'silver', 'emerald', 'sapphire', 'ruby'))
      );
      CREATE TRIGGER invoice_template_append_only BEFORE UPDATE OR DELETE ON billing.invoice_template
        FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
      CREATE TRIGGER invoice_template_no_truncate BEFORE TRUNCATE ON billing.invoice_template
        FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

      ALTER TABLE billing.invoice_document
        ADD COLUMN template_version integer,
        ADD CONSTRAINT invoice_document_template FOREIGN KEY (template_version)
          REFERENCES billing.invoice_template (version),
        ADD CONSTRAINT invoice_document_dressed CHECK (template_version IS NULL OR kind = 'pdf');

      -- What was issued since invoices know companies gets its XML; the older ones never had any.
      INSERT INTO billing.invoice_document (id, invoice_id, kind, state, attempts, next_attempt_at)
      SELECT gen_random_uuid(), id, 'xml', 'queued', 0, issued_at FROM billing.invoice WHERE content_version = 2
      ON CONFLICT DO NOTHING;
    `);
    await runner.query(restriction(everyAppendOnlyTable));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE billing.invoice_document DISABLE TRIGGER invoice_document_kept;
      DELETE FROM billing.invoice_document WHERE kind = 'xml';
      ALTER TABLE billing.invoice_document ENABLE TRIGGER invoice_document_kept;
      ALTER TABLE billing.invoice_document DROP COLUMN template_version;
      DROP TABLE billing.invoice_template;
    `);
    await runner.query(restriction(''));
  }
}

/** Whatever refuses to be changed by its trigger is not granted either; a table to come needs no list. */
const everyAppendOnlyTable = `
    FOR final IN
      SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
       WHERE c.relnamespace = 'billing'::regnamespace AND t.tgname = c.relname || '_append_only'
    LOOP
      EXECUTE format('REVOKE UPDATE, DELETE ON billing.%I FROM %I', final, application);
    END LOOP;`;

const restriction = (more: string): string => `
  CREATE OR REPLACE FUNCTION billing.restrict_role(application name) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    final name;
  BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA billing TO %I', application);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA billing TO %I', application);
    EXECUTE format(
      'REVOKE UPDATE, DELETE ON billing.issuer, billing.invoice, billing.invoice_line, billing.invoice_vat,
         billing.allocation, billing.ledger_event FROM %I', application);
    EXECUTE format('REVOKE DELETE ON billing.payment, billing.invoice_document FROM %I', application);
    ${more}
  END $$;`;
