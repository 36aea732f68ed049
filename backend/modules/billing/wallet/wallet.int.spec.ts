import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import { violatedConstraint } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { BillingModule } from '../billing.module';
import { SettleInvoice } from '../invoices/application/settle-invoice';
import { WriteCreditNote } from '../invoices/application/write-credit-note';
import type { IssuedInvoice } from '../invoices/domain/invoice';
import { admin, freshNumber, openShop, paid, payingMember } from '../testing/shop';
import { BillingWalletSection } from './application/billing-wallet-section';

describe('the wallet', () => {
  let context: TestContext;
  let member: Uuid;
  let note: IssuedInvoice;
  beforeAll(async () => {
    context = await startTestContext({ imports: [AccountsModule, BillingModule] });
    context.clock.set('2026-11-20T09:00:00Z');
    await openShop(context);
    member = await payingMember(context);
  });
  afterAll(() => context.close());

  const statement = async () => (await context.get(BillingWalletSection).read(member)).billing;
  const refund = (amountCents: number, transactionNumber = freshNumber()) =>
    context.get(SettleInvoice).execute({
      ...{ invoiceId: note.id, adminId: admin, method: 'bank_transfer', transactionNumber, amountCents },
      receivedOn: '2026-11-20',
    });
  const insert = async (sql: string): Promise<string> => {
    try {
      await context.dataSource.query(sql);
      return 'done';
    } catch (error) {
      return violatedConstraint(error) ?? String(error);
    }
  };

  it('is empty before anything is owed', async () => {
    expect(await statement()).toEqual({ balance_cents: 0, currency: 'EUR', movements: [], deposits: [] });
  });

  it('holds what a credit note gives back of a paid invoice, once', async () => {
    const { invoiceId } = await paid(context, member);
    const command = { invoiceId, adminId: admin, lines: null, reason: 'Annulation', requestKey: newId() };
    note = await context.get(WriteCreditNote).execute(command);
    await context.get(WriteCreditNote).execute(command);
    expect(await statement()).toMatchObject({
      balance_cents: 4_900,
      movements: [{ kind: 'credit_note', amount_cents: 4_900, document_number: note.number }],
    });
  });

  it('is paid back by transfer, never more than it holds', async () => {
    const number = freshNumber();
    await refund(1_900, number);
    await refund(1_900, number);
    const both = await Promise.allSettled([refund(3_000), refund(3_000)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await statement()).toMatchObject({
      balance_cents: 0,
      movements: [
        { kind: 'refund', amount_cents: -3_000, balance_cents: 0 },
        { kind: 'refund', amount_cents: -1_900, balance_cents: 3_000 },
        { kind: 'credit_note', balance_cents: 4_900 },
      ],
    });
  });

  it('takes no movement with one side, no overdraft, and no change', async () => {
    const movement = `WITH m AS (INSERT INTO billing.wallet_movement (id, member_id, kind, source_id, at)
      VALUES (gen_random_uuid(), '${member}', 'refund', gen_random_uuid(), now()) RETURNING id)`;
    const entry = `INSERT INTO billing.wallet_entry SELECT id, account, cents FROM m,`;
    expect(await insert(`${movement} ${entry} (VALUES ('bank', 5)) AS s (account, cents)`)).toBe(
      'wallet_balances',
    );
    expect(
      await insert(`${movement} ${entry} (VALUES ('member', -5), ('bank', 5)) AS s (account, cents)`),
    ).toBe('wallet_overdrawn');
    expect(await insert(`UPDATE billing.wallet_entry SET amount_cents = 1`)).toContain('append-only');
  });
});
