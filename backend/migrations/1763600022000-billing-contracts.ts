import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The life of a subscription beyond its purchase: cancelled with a reason, paused, granted, tried. The requests anybody
 * may send without an account: to cancel (C. conso. L215-1-1) and to withdraw (L221-18). What was consented to per order.
 */
export class BillingContracts1763600022000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE billing.subscription
        ADD origin text NOT NULL DEFAULT 'purchase',
        ADD bonus_days integer NOT NULL DEFAULT 0,
        ADD paused_on date,
        ADD cancel_reason text,
        ADD cancel_comment text,
        ADD granted_by uuid,
        ADD grant_reason text,
        DROP CONSTRAINT subscription_ends_later,
        -- One that was replaced on its first day gave no access and stays as it was written.
        ADD CONSTRAINT subscription_ends_later CHECK (ends_on >= starts_on AND months >= 0),
        ADD CONSTRAINT subscription_origin_known CHECK (origin IN ('purchase', 'trial', 'complimentary', 'code')),
        ADD CONSTRAINT subscription_cancel_known CHECK (cancel_reason IS NULL OR cancelled_at IS NOT NULL),
        ADD CONSTRAINT subscription_pause_dated CHECK ((status = 'paused') = (paused_on IS NOT NULL)),
        ADD CONSTRAINT subscription_grant_explained CHECK (
          origin <> 'complimentary' OR (granted_by IS NOT NULL AND btrim(grant_reason) <> ''));
      CREATE UNIQUE INDEX subscription_one_trial ON billing.subscription (member_id, plan_group)
        WHERE origin = 'trial';

      ALTER TABLE billing.plan
        ADD kind text NOT NULL DEFAULT 'recurring',
        ADD trial_days integer,
        ADD pausable boolean NOT NULL DEFAULT false,
        DROP CONSTRAINT plan_price_positive,
        ADD CONSTRAINT plan_price_positive CHECK (price_cents > 0 OR (kind = 'trial' AND price_cents = 0)),
        ADD CONSTRAINT plan_kind_known CHECK (kind IN ('recurring', 'one_time', 'trial')),
        ADD CONSTRAINT plan_trial_length CHECK (
          (kind = 'trial') = (trial_days IS NOT NULL) AND trial_days BETWEEN 1 AND 90);

      -- Empty on orders that are older than the question.
      ALTER TABLE billing.payment
        ADD terms_accepted_at timestamptz,
        ADD early_start_asked boolean NOT NULL DEFAULT false,
        ADD early_start_consent_at timestamptz,
        ADD early_start_version text,
        ADD CONSTRAINT payment_early_start CHECK (
          (early_start_consent_at IS NULL) = (early_start_version IS NULL)
          AND (early_start_asked OR early_start_consent_at IS NULL));

      CREATE TABLE billing.contract_request (
        id uuid NOT NULL CONSTRAINT contract_request_pkey PRIMARY KEY,
        kind text NOT NULL,
        reference text NOT NULL,
        member_id uuid,
        subscription_id uuid,
        payment_id uuid,
        sealed text,
        locale text NOT NULL,
        reason_code text,
        effective_on date,
        received_at timestamptz NOT NULL,
        deadline_on date NOT NULL,
        in_time boolean,
        refund_cents integer,
        link_hash text,
        link_expires_at timestamptz,
        status text NOT NULL,
        confirmed_at timestamptz,
        handled_at timestamptz,
        handled_by uuid,
        note text,
        CONSTRAINT contract_request_reference_once UNIQUE (reference),
        CONSTRAINT contract_request_subscription FOREIGN KEY (subscription_id)
          REFERENCES billing.subscription (id),
        CONSTRAINT contract_request_payment FOREIGN KEY (payment_id) REFERENCES billing.payment (id),
        CONSTRAINT contract_request_kind_known CHECK (kind IN ('cancellation', 'withdrawal')),
        CONSTRAINT contract_request_status_known CHECK (status IN ('received', 'done', 'refused')),
        CONSTRAINT contract_request_locale_known CHECK (locale IN ('fr', 'en')),
        CONSTRAINT contract_request_link_dated CHECK ((link_hash IS NULL) = (link_expires_at IS NULL)),
        CONSTRAINT contract_request_refund CHECK (refund_cents >= 0),
        CONSTRAINT contract_request_handled CHECK (
          status = 'received' OR (handled_at IS NOT NULL AND (handled_by IS NOT NULL OR confirmed_at IS NOT NULL))),
        CONSTRAINT contract_request_refusal_explained CHECK (status <> 'refused' OR btrim(note) <> '')
      );
      CREATE INDEX contract_request_waiting ON billing.contract_request (deadline_on) WHERE status = 'received';
      CREATE INDEX contract_request_of_member ON billing.contract_request (member_id);
      -- The proof that somebody asked, and when.
      CREATE TRIGGER contract_request_kept BEFORE DELETE ON billing.contract_request
        FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE billing.contract_request;
      ALTER TABLE billing.payment
        DROP CONSTRAINT payment_early_start,
        DROP early_start_version,
        DROP early_start_consent_at,
        DROP early_start_asked,
        DROP terms_accepted_at;
      ALTER TABLE billing.plan
        DROP CONSTRAINT plan_trial_length,
        DROP CONSTRAINT plan_kind_known,
        DROP CONSTRAINT plan_price_positive,
        ADD CONSTRAINT plan_price_positive CHECK (price_cents > 0) NOT VALID,
        DROP pausable,
        DROP trial_days,
        DROP kind;
      DROP INDEX billing.subscription_one_trial;
      UPDATE billing.subscription SET status = 'active', paused_on = NULL WHERE status = 'paused';
      ALTER TABLE billing.subscription
        DROP CONSTRAINT subscription_grant_explained,
        DROP CONSTRAINT subscription_pause_dated,
        DROP CONSTRAINT subscription_cancel_known,
        DROP CONSTRAINT subscription_origin_known,
        DROP CONSTRAINT subscription_ends_later,
        ADD CONSTRAINT subscription_ends_later CHECK (ends_on > starts_on AND months > 0) NOT VALID,
        DROP grant_reason,
        DROP granted_by,
        DROP cancel_comment,
        DROP cancel_reason,
        DROP paused_on,
        DROP bonus_days,
        DROP origin;
    `);
  }
}
