import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import {
  bundleProcess,
  createTestDatabase,
  startProcess,
  startTestContext,
  type TestContext,
  type TestDatabase,
} from '@calmness/platform/testing';
import { BillingModule } from '../../billing.module';
import { openShop } from '../../testing/shop';
import { VerifyInvoiceChain } from './verify-invoice-chain';

const rounds = 8;
const atOnce = 3;

describe('processes that issue and are killed in the middle of it', () => {
  let database: TestDatabase;
  let context: TestContext;
  beforeEach(async () => {
    database = await createTestDatabase();
    context = await startTestContext({ databaseUrl: database.url, imports: [AccountsModule, BillingModule] });
    context.clock.set('2026-01-01T09:00:00Z');
    await openShop(context);
  });
  afterEach(async () => {
    await context.close();
    await database.drop();
  });

  it('leave numbers without a gap, dates in order, a whole chain and a whole book (I1, I2, I4)', async () => {
    const file = await bundleProcess('issuer', 'modules/billing/testing');
    const environment = {
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      CALMNESS_DATA_DIR: context.config.dataDir,
      CALMNESS_LOG_LEVEL: 'silent',
    };
    for (let round = 0; round < rounds; round += 1) {
      const alive = await Promise.all(
        Array.from({ length: atOnce }, () => startProcess(file, [], environment)),
      );
      for (const { child, ended } of alive) {
        await pause(100 + Math.random() * 300);
        child.kill('SIGKILL');
        await ended;
      }
    }
    const rows = await context.dataSource.query<{ year: number; seq: number; day: string }[]>(
      `SELECT year, seq, issue_date::text AS day FROM billing.invoice ORDER BY year, seq`,
    );
    expect(rows.length).toBeGreaterThan(rounds);
    for (const [, ofYear] of Map.groupBy(rows, ({ year }) => year))
      expect(ofYear.map(({ seq }) => seq)).toEqual(ofYear.map((_, index) => index + 1));
    expect(rows.map(({ day }) => day)).toEqual(rows.map(({ day }) => day).toSorted());
    const verdict = await context.get(VerifyInvoiceChain).execute();
    expect(verdict).toEqual({ valid: true, checked: rows.length, firstBrokenNumber: null });
  });
});
