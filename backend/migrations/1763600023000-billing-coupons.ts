import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Coupons, access codes for offline sale, and orders that replace a running subscription. */
export class BillingCoupons1763600023000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE billing.coupon (
        id uuid NOT NULL CONSTRAINT coupon_pkey PRIMARY KEY,
        code text NOT NULL,
        kind text NOT NULL,
        value integer NOT NULL,
        plan_codes text[] NOT NULL,
        max_uses integer,
        valid_from date NOT NULL,
        valid_to date,
        active boolean NOT NULL,
        version integer NOT NULL,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT coupon_code_once UNIQUE (code),
        CONSTRAINT coupon_code_shape CHECK (code ~ '^[A-Z0-9]{3,32}$'),
        CONSTRAINT coupon_kind_known CHECK (kind IN ('percent', 'amount')),
        -- What costs nothing is no sale: complimentary access has its own way.
        CONSTRAINT coupon_value_sane CHECK (value > 0 AND (kind = 'amount' OR value < 100)),
        CONSTRAINT coupon_uses_sane CHECK (max_uses > 0),
        CONSTRAINT coupon_window CHECK (valid_to >= valid_from)
      );

      ALTER TABLE billing.payment
        ADD coupon_id uuid,
        ADD replaces_subscription_id uuid,
        ADD CONSTRAINT payment_coupon FOREIGN KEY (coupon_id) REFERENCES billing.coupon (id),
        ADD CONSTRAINT payment_replaces FOREIGN KEY (replaces_subscription_id)
          REFERENCES billing.subscription (id);
      -- Once a member; an order that came to nothing gives the use back.
      CREATE UNIQUE INDEX payment_coupon_once ON billing.payment (coupon_id, member_id)
        WHERE coupon_id IS NOT NULL AND status NOT IN ('cancelled', 'rejected');

      CREATE TABLE billing.access_code (
        id uuid NOT NULL CONSTRAINT access_code_pkey PRIMARY KEY,
        code_hash text NOT NULL,
        hint text NOT NULL,
        plan_id uuid NOT NULL,
        months integer NOT NULL,
        expires_on date NOT NULL,
        label text NOT NULL,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        redeemed_by uuid,
        redeemed_at timestamptz,
        subscription_id uuid,
        CONSTRAINT access_code_once UNIQUE (code_hash),
        CONSTRAINT access_code_plan FOREIGN KEY (plan_id) REFERENCES billing.plan (id),
        CONSTRAINT access_code_subscription FOREIGN KEY (subscription_id) REFERENCES billing.subscription (id),
        CONSTRAINT access_code_months CHECK (months BETWEEN 1 AND 36),
        CONSTRAINT access_code_redeemed CHECK (
          (redeemed_by IS NULL) = (redeemed_at IS NULL) AND (redeemed_by IS NULL) = (subscription_id IS NULL))
      );

      -- One row: what the staff sets for all subscriptions.
      CREATE TABLE billing.subscription_setting (
        id boolean NOT NULL DEFAULT true CONSTRAINT subscription_setting_pkey PRIMARY KEY,
        grace_hours integer NOT NULL,
        version integer NOT NULL,
        CONSTRAINT subscription_setting_single CHECK (id),
        CONSTRAINT subscription_setting_grace CHECK (grace_hours BETWEEN 0 AND 72)
      );
      INSERT INTO billing.subscription_setting (grace_hours, version) VALUES (0, 1);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE billing.subscription_setting;
      DROP TABLE billing.access_code;
      DROP INDEX billing.payment_coupon_once;
      ALTER TABLE billing.payment
        DROP CONSTRAINT payment_replaces,
        DROP CONSTRAINT payment_coupon,
        DROP replaces_subscription_id,
        DROP coupon_id;
      DROP TABLE billing.coupon;
    `);
  }
}
