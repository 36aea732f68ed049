import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every worker knows about a vendor: its circuit, its pause, and the pace of what leaves. */
export class Vendors1763600011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE platform.vendor_gate (
        vendor text NOT NULL CONSTRAINT vendor_gate_pkey PRIMARY KEY,
        circuit text NOT NULL,
        -- Open: the end of its rest. Probing: until when the answer of the probe is awaited.
        rests_until timestamptz,
        -- The vendor's own word (retry_after), whatever the circuit.
        blocked_until timestamptz,
        paused_at timestamptz,
        paused_by uuid,
        failures integer NOT NULL,
        last_reason text,
        last_accepted_at timestamptz,
        last_failed_at timestamptz,
        CONSTRAINT vendor_gate_vendor_known CHECK (vendor IN ('mail', 'telegram', 'discord', 'whatsapp', 'push')),
        CONSTRAINT vendor_gate_circuit_known CHECK (circuit IN ('closed', 'open', 'probing')),
        CONSTRAINT vendor_gate_rest CHECK ((circuit = 'closed') = (rests_until IS NULL)),
        CONSTRAINT vendor_gate_pause_whole CHECK (num_nulls(paused_at, paused_by) IN (0, 2)),
        CONSTRAINT vendor_gate_failures_counted CHECK (failures >= 0)
      );
      INSERT INTO platform.vendor_gate (vendor, circuit, failures)
      SELECT unnest(ARRAY['mail', 'telegram', 'discord', 'whatsapp', 'push']), 'closed', 0;

      -- Unlogged: a bucket lost in a crash is a full one.
      CREATE UNLOGGED TABLE platform.vendor_bucket (
        key text NOT NULL CONSTRAINT vendor_bucket_pkey PRIMARY KEY,
        tokens double precision NOT NULL,
        bulk_tokens double precision NOT NULL,
        -- What the last question was given: the answer to it.
        granted integer NOT NULL,
        refilled_at timestamptz NOT NULL,
        CONSTRAINT vendor_bucket_never_overdrawn CHECK (tokens >= 0 AND bulk_tokens >= 0 AND granted >= 0)
      ) WITH (fillfactor = 50);
      CREATE INDEX vendor_bucket_of_places ON platform.vendor_bucket (refilled_at) WHERE key LIKE '%|%';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE platform.vendor_bucket, platform.vendor_gate');
  }
}
