import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bank statements: how each bank writes them, their lines once each, and batches that validate payments. */
export class BillingReconciliation1763600021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE billing.bank_mapping (
        id uuid NOT NULL CONSTRAINT bank_mapping_pkey PRIMARY KEY,
        name text NOT NULL,
        delimiter text NOT NULL,
        encoding text NOT NULL,
        decimal_comma boolean NOT NULL,
        date_format text NOT NULL,
        skip_rows integer NOT NULL,
        columns jsonb NOT NULL,
        version integer NOT NULL,
        CONSTRAINT bank_mapping_name_once UNIQUE (name),
        CONSTRAINT bank_mapping_encoding_known CHECK (encoding IN ('utf-8', 'iso-8859-1', 'windows-1252')),
        CONSTRAINT bank_mapping_skip_sane CHECK (skip_rows BETWEEN 0 AND 50)
      );

      -- Money that moved on an account, each line once however often its file is read.
      CREATE TABLE billing.statement_line (
        id uuid NOT NULL CONSTRAINT statement_line_pkey PRIMARY KEY,
        account text NOT NULL,
        fingerprint text NOT NULL,
        booked_on date NOT NULL,
        label text NOT NULL,
        payer text,
        bank_reference text,
        amount_cents integer NOT NULL,
        state text NOT NULL,
        payment_id uuid,
        imported_by uuid NOT NULL,
        imported_at timestamptz NOT NULL,
        CONSTRAINT statement_line_payment FOREIGN KEY (payment_id) REFERENCES billing.payment (id),
        CONSTRAINT statement_line_once UNIQUE (account, fingerprint),
        CONSTRAINT statement_line_state_known CHECK (state IN ('open', 'used', 'ignored')),
        CONSTRAINT statement_line_used CHECK ((state = 'used') = (payment_id IS NOT NULL)),
        CONSTRAINT statement_line_amount CHECK (amount_cents <> 0)
      );
      CREATE INDEX statement_line_open ON billing.statement_line (booked_on) WHERE state = 'open' AND amount_cents > 0;

      CREATE TABLE billing.reconciliation_batch (
        id uuid NOT NULL CONSTRAINT reconciliation_batch_pkey PRIMARY KEY,
        -- Of its rows: the same click again is the same batch.
        key text NOT NULL,
        started_by uuid NOT NULL,
        started_at timestamptz NOT NULL,
        finished_at timestamptz
      );
      CREATE UNIQUE INDEX reconciliation_batch_running ON billing.reconciliation_batch (key) WHERE finished_at IS NULL;
      CREATE TABLE billing.reconciliation_row (
        batch_id uuid NOT NULL,
        line_id uuid NOT NULL,
        payment_id uuid NOT NULL,
        position integer NOT NULL,
        state text NOT NULL,
        error_code text,
        CONSTRAINT reconciliation_row_pkey PRIMARY KEY (batch_id, line_id),
        CONSTRAINT reconciliation_row_batch FOREIGN KEY (batch_id) REFERENCES billing.reconciliation_batch (id),
        CONSTRAINT reconciliation_row_line FOREIGN KEY (line_id) REFERENCES billing.statement_line (id),
        CONSTRAINT reconciliation_row_payment FOREIGN KEY (payment_id) REFERENCES billing.payment (id),
        CONSTRAINT reconciliation_row_state_known CHECK (state IN ('pending', 'done', 'failed')),
        CONSTRAINT reconciliation_row_failure CHECK ((state = 'failed') = (error_code IS NOT NULL))
      );
      -- A line pays once.
      CREATE UNIQUE INDEX reconciliation_row_line_once ON billing.reconciliation_row (line_id) WHERE state <> 'failed';
      CREATE INDEX reconciliation_row_waiting ON billing.reconciliation_row (batch_id, position) WHERE state = 'pending';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE billing.reconciliation_row;
      DROP TABLE billing.reconciliation_batch;
      DROP TABLE billing.statement_line;
      DROP TABLE billing.bank_mapping;
    `);
  }
}
