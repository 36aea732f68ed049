import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from '@calmness/migrations';
import { createTestDatabase, type TestDatabase } from '@calmness/platform/testing';
import { revertMigrations, runMigrations } from './migrate';

const before = migrations.findIndex(({ name }) => name.startsWith('BillingReceipts'));
const id = (n: number): string => `01890000-0000-7000-8000-00000000000${n}`;

/** An academy that sold one plan to one member before receipts existed, and has another order waiting. */
const oldShop = `
  SET session_replication_role = replica;
  INSERT INTO billing.plan (id, code, plan_group, name, description, features, duration_months, price_cents,
      vat_rate_code, active, position, version, created_at)
    VALUES ('${id(1)}', 'essentiel', 'academy', '{}', '{}', '{}', 1, 4900, 'standard', true, 1, 1, now());
  INSERT INTO billing.payment_method VALUES ('bank_transfer', '{}', '{}', '[]', true, 1, 1);
  INSERT INTO billing.payment (id, member_id, reference, plan_id, plan_code, plan_group, plan_name,
      duration_months, amount_cents, currency, vat_rate_code, cgv_version, method, status, declared_at,
      transaction_number, received_on, decided_at, decided_by, subscription_id, starts_on, ends_on)
    SELECT ('01890000-0000-7000-8000-00000000001' || n)::uuid, '${id(2)}', 'CAL-22222' || n + 1, '${id(1)}',
           'essentiel', 'academy', '{}', 1, 4900, 'EUR', 'standard', '1', 'bank_transfer', status, now(),
           number, received, CASE WHEN number IS NOT NULL THEN now() END, '${id(3)}', '${id(4)}',
           '2026-01-02', '2026-02-02'
      FROM (VALUES (1, 'validated', 'VIR0001', date '2026-01-01'), (2, 'pending', NULL, NULL))
           AS old (n, status, number, received);
  INSERT INTO billing.invoice (id, type, series, year, seq, number, member_id, issued_at, issue_date, supply_from,
      supply_to, due_date, frame, price_mode, currency, net_cents, vat_cents, total_cents, paid_cents, issuer_id,
      issuer, buyer, mentions, is_demo, idempotency_key, prev_hash, hash, content_version, verify_code)
    VALUES ('${id(5)}', '380', 'CT', 2026, 1, 'CT-20260102-0001', '${id(2)}', now(), '2026-01-02', '2026-01-02',
            '2026-02-01', '2026-01-02', 'S2', 'TTC', 'EUR', 4083, 817, 4900, 4900, '${id(6)}', '{}', '{}', '[]',
            false, 'payment:1', repeat('0', 64), repeat('a', 64), 2, 'code');
  INSERT INTO billing.allocation VALUES ('01890000-0000-7000-8000-000000000011', '${id(5)}', 4900);
  SET session_replication_role = origin;`;

describe('payments older than receipts', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeEach(async () => {
    database = await createTestDatabase('empty');
    await runMigrations(database.url, migrations.slice(0, before));
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(oldShop);
  });
  afterEach(async () => {
    await client.end();
    await database.drop();
  });

  it('get the one receipt they had, and keep it through the way back', async () => {
    await runMigrations(database.url, migrations.slice(0, before + 1));
    const receipts = await client.query(
      `SELECT payment_id, transaction_number, amount_cents, surplus_cents, invoice_id, source FROM billing.receipt`,
    );
    expect(receipts.rows).toEqual([
      {
        ...{ payment_id: '01890000-0000-7000-8000-000000000011', transaction_number: 'VIR0001' },
        ...{ amount_cents: 4_900, surplus_cents: 0, invoice_id: id(5), source: 'staff' },
      },
    ]);
    // A state the older house does not know becomes the one it was in before.
    await client.query(
      `UPDATE billing.payment SET status = 'partial', transaction_number = 'VIR0002', received_on = '2026-01-03'
        WHERE status = 'pending'`,
    );
    await revertMigrations(database.url, migrations.slice(0, before + 1), 1);
    const { rows } = await client.query<{ status: string }>(
      `SELECT status FROM billing.payment ORDER BY reference`,
    );
    expect(rows.map(({ status }) => status)).toEqual(['validated', 'pending']);
    await runMigrations(database.url, migrations.slice(0, before + 1));
  });
});
