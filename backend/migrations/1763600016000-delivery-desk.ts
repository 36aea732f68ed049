import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the staff's desk needs: tries a person grants anew, and figures that outlive the log. */
export class DeliveryDesk1763600016000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Made before the staff sent it again: they count no more against its eight tries.
      ALTER TABLE notifications.delivery
        ADD COLUMN attempts_before integer NOT NULL DEFAULT 0,
        ADD CONSTRAINT delivery_attempts_before CHECK (attempts_before BETWEEN 0 AND attempts);

      -- What is left of a day once its deliveries are purged. Days are the academy's.
      CREATE TABLE notifications.delivery_day (
        day date NOT NULL,
        channel text NOT NULL,
        category text NOT NULL,
        template text NOT NULL,
        state text NOT NULL,
        count integer NOT NULL,
        p50_ms integer,
        p95_ms integer,
        CONSTRAINT delivery_day_pkey PRIMARY KEY (day, channel, category, template, state),
        CONSTRAINT delivery_day_counted CHECK (count >= 0)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE notifications.delivery_day;
      ALTER TABLE notifications.delivery DROP COLUMN attempts_before;
    `);
  }
}
