import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import { schemaDrift, violatedConstraint } from '@calmness/platform/database';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { BillingModule } from './billing.module';
import { billingTables } from './domain/billing-tables';
import { openShop, paid, payingMember } from './testing/shop';

const legalTables = ['invoice', 'invoice_line', 'invoice_vat', 'allocation', 'ledger_event', 'receipt'];

describe('the tables of billing', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await startTestContext({ imports: [AccountsModule, BillingModule] });
    await openShop(context);
    await paid(context, await payingMember(context));
  });
  afterAll(() => context.close());

  const attempt = async (sql: string, parameters: unknown[] = []): Promise<string> => {
    try {
      await context.dataSource.query(sql, parameters);
      return 'done';
    } catch (error) {
      return (error as { driverError: { code: string } }).driverError.code;
    }
  };

  it('are what the entities declare', async () => {
    expect(await schemaDrift(context.dataSource)).toEqual([]);
  });

  it('are decided about, column by column, for the day a person asks for his data or goes', async () => {
    expect(await billingTables.undecided(context.dataSource)).toEqual([]);
  });

  it.each(legalTables)('keep %s as it was written: no update, no delete, no truncate (I3)', async (table) => {
    const [row] = await context.dataSource.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM billing.${table}`,
    );
    expect(row?.n).toBeGreaterThan(0);
    const column =
      { invoice: 'buyer', invoice_line: 'label', invoice_vat: 'base_cents' }[table] ?? 'amount_cents';
    expect(await attempt(`UPDATE billing.${table} SET ${column} = ${column}`)).toBe('23001');
    expect(await attempt(`DELETE FROM billing.${table}`)).toBe('23001');
    expect(await attempt(`TRUNCATE billing.${table} CASCADE`)).toBe('23001');
  });

  it.each(['issuer', 'payment'])('never lose a row of %s', async (table) => {
    expect(await attempt(`DELETE FROM billing.${table}`)).toBe('23001');
  });

  it('take no line for an invoice that is sealed', async () => {
    const line = `SELECT id, 9, 'cadeau', NULL, 1, 0, 0, 'S', 2000 FROM billing.invoice LIMIT 1`;
    expect(await attempt(`INSERT INTO billing.invoice_line ${line}`)).toBe('23001');
    expect(
      await attempt(
        `INSERT INTO billing.invoice_vat SELECT id, 9, 'S', 0, 0, 0 FROM billing.invoice LIMIT 1`,
      ),
    ).toBe('23001');
  });

  /** Tries to hang a second invoice on the first one, changed in one place; never keeps it. */
  const forge = async (change: string): Promise<string> => {
    const runner = context.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query(`
        CREATE TEMP TABLE forged ON COMMIT DROP AS SELECT * FROM billing.invoice;
        UPDATE forged SET prev_hash = hash, hash = repeat('b', 64), seq = 2, number = 'CT-20261120-0002',
          id = '01930000-0000-7000-8000-000000000001', idempotency_key = 'forged', verify_code = 'forged';
        UPDATE forged SET ${change};
        INSERT INTO billing.invoice_line
          (invoice_id, position, label, detail, quantity, unit_net, net_cents, vat_category, rate_bp)
          SELECT f.id, position, label, detail, quantity, unit_net, l.net_cents, vat_category, rate_bp
            FROM billing.invoice_line l, forged f;
        INSERT INTO billing.invoice_vat (invoice_id, position, category, rate_bp, base_cents, vat_cents)
          SELECT f.id, position, category, rate_bp, base_cents, v.vat_cents FROM billing.invoice_vat v, forged f;
        INSERT INTO billing.invoice SELECT * FROM forged;`);
      return 'done';
    } catch (error) {
      return violatedConstraint(error) ?? String(error);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  };

  it('let an invoice follow the one before', async () => {
    expect(await forge(`paid_cents = paid_cents`)).toBe('done');
  });

  it.each([
    ['a number that leaps', `number = 'CT-20261120-0003', seq = 3`, 'invoice_follows'],
    ['a number that says another day', `number = 'CT-20261119-0002'`, 'invoice_follows'],
    [
      'a day before the last invoice',
      `number = 'CT-20261119-0002', issue_date = '2026-11-19', issued_at = '2026-11-19T10:00Z'`,
      'invoice_follows',
    ],
    ['a day that is not the one of the hour', `issued_at = issued_at + interval '2 days'`, 'invoice_follows'],
    ['a link to nothing', `prev_hash = repeat('a', 64)`, 'invoice_follows'],
    [
      'a total that is not the sum of its lines',
      `net_cents = net_cents + 1, total_cents = total_cents + 1, paid_cents = paid_cents + 1`,
      'invoice_sums',
    ],
    [
      'a tax that is not the sum of its rates',
      `vat_cents = 816, total_cents = 4899, paid_cents = 4899`,
      'invoice_sums',
    ],
    ['a total that is not base and tax', `frame = 'S1', total_cents = total_cents + 1`, 'invoice_totals'],
    ['more paid than owed', `frame = 'S1', paid_cents = paid_cents + 1`, 'invoice_totals'],
    ['a paid invoice that is not paid', `paid_cents = 0`, 'invoice_paid_frame'],
    ['a number twice', `number = 'CT-20261120-0001'`, 'invoice_number_once'],
  ])('refuse %s', async (_what, change, constraint) => {
    expect(await forge(change)).toBe(constraint);
  });

  it('refuse an invoice without lines', async () => {
    const columns = `INSERT INTO billing.invoice SELECT (jsonb_populate_record(i, jsonb_build_object(
      'id', '01930000-0000-7000-8000-000000000002', 'seq', 2, 'number', 'CT-20261120-0002', 'prev_hash', hash,
      'hash', repeat('c', 64), 'idempotency_key', 'bare', 'verify_code', 'bare'))).* FROM billing.invoice i`;
    expect(await attempt(columns)).toBe('23514');
  });

  it('hold a role that may add but not change (I3)', async () => {
    const role = `clerk_${Date.now()}`;
    await context.dataSource.query(`CREATE ROLE ${role}`);
    await context.dataSource.query(`SELECT billing.restrict_role($1)`, [role]);
    const rights = await context.dataSource.query<Record<string, boolean>[]>(
      `SELECT has_table_privilege($1, 'billing.invoice', 'INSERT') AS adds,
              has_table_privilege($1, 'billing.invoice', 'UPDATE') AS changes,
              has_table_privilege($1, 'billing.ledger_event', 'DELETE') AS deletes,
              has_table_privilege($1, 'billing.payment', 'UPDATE') AS decides,
              has_table_privilege($1, 'billing.payment', 'DELETE') AS forgets`,
      [role],
    );
    expect(rights).toEqual([{ adds: true, changes: false, deletes: false, decides: true, forgets: false }]);
    await context.dataSource.query(`DROP OWNED BY ${role}`);
    await context.dataSource.query(`DROP ROLE ${role}`);
  });
});
