import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import { newId } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { BillingModule } from '../../billing.module';
import { growChain } from '../../testing/long-chain';
import { anOrder, issued } from '../../testing/orders';
import { openShop } from '../../testing/shop';
import { VerifyInvoiceChain } from './verify-invoice-chain';

const length = 100_000;

describe('a chain of a hundred thousand invoices', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await startTestContext({ imports: [AccountsModule, BillingModule] });
    await openShop(context);
    await issued(context, anOrder(newId()));
    await growChain(context, length);
  });
  afterAll(() => context.close());

  const verdict = () => context.get(VerifyInvoiceChain).execute();
  const tamper = async (sql: string): Promise<void> => {
    await context.dataSource.query(`BEGIN; SET LOCAL session_replication_role = replica; ${sql}; COMMIT`);
  };

  it('is whole, and goes on', async () => {
    expect(await verdict()).toEqual({ valid: true, checked: length, firstBrokenNumber: null });
    const next = await issued(context, anOrder(newId()));
    expect(next.number).toBe('CT-20261120-100001');
    expect(await verdict()).toMatchObject({ valid: true, checked: length + 1 });
  });

  it.each([
    ['a link in the middle', `UPDATE billing.invoice SET due_date = due_date + %% WHERE seq = 73123`, 73_122],
    [
      'one cent on the last line',
      `UPDATE billing.invoice_line SET net_cents = net_cents + %%
        WHERE invoice_id = (SELECT id FROM billing.invoice WHERE seq = 100000)`,
      99_999,
    ],
  ])('is found broken at %s, and whole again once it is mended', async (_what, sql, checked) => {
    await tamper(sql.replace('%%', '1'));
    const number = `CT-20261120-${checked + 1}`;
    expect(await verdict()).toEqual({ valid: false, checked, firstBrokenNumber: number });
    await tamper(sql.replace('%%', '-1').replace('+ -1', '- 1'));
    expect(await verdict()).toMatchObject({ valid: true });
  });

  it('is found broken at an entry of its book', async () => {
    await tamper(
      `UPDATE billing.ledger_event SET amount_cents = 1
        WHERE invoice_id = (SELECT id FROM billing.invoice WHERE seq = 50000)`,
    );
    expect(await verdict()).toMatchObject({ valid: false, firstBrokenNumber: 'CT-20261120-50000' });
  });
});
