import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose Discord account gave a token that waits to be ended: linked again meanwhile, it must not be. */
export class EndedGrantOwner1763600027000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounts.ended_grant
        ADD COLUMN external_id text,
        ADD CONSTRAINT ended_grant_external_id_shape CHECK (external_id ~ '^[0-9]{1,20}$');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE accounts.ended_grant DROP COLUMN external_id`);
  }
}
