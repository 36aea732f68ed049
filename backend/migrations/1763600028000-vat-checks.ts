import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the register of VAT numbers is asked again, and who of the staff vouched for a number instead. */
export class VatChecks1763600028000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE billing.billing_profile
        ADD vat_check_attempts integer NOT NULL DEFAULT 0,
        -- Also the end of the lease of whoever is asking.
        ADD vat_check_next_at timestamptz,
        ADD vat_checked_by uuid,
        ADD vat_check_proof text;
      UPDATE billing.billing_profile SET vat_check_next_at = updated_at WHERE vat_check = 'waiting';
      ALTER TABLE billing.billing_profile
        ADD CONSTRAINT billing_profile_check_awaited CHECK ((vat_check = 'waiting') = (vat_check_next_at IS NOT NULL)),
        ADD CONSTRAINT billing_profile_check_vouched CHECK (
          (vat_checked_by IS NULL) = (vat_check_proof IS NULL)
          AND (vat_checked_by IS NULL OR (vat_check = 'valid' AND btrim(vat_check_proof) <> '')));
      CREATE INDEX billing_profile_check_due ON billing.billing_profile (vat_check_next_at)
        WHERE vat_check = 'waiting';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE billing.billing_profile
        DROP CONSTRAINT billing_profile_check_awaited, DROP CONSTRAINT billing_profile_check_vouched,
        DROP vat_check_attempts, DROP vat_check_next_at, DROP vat_checked_by, DROP vat_check_proof;
    `);
  }
}
