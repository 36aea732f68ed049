import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import { UnitOfWork, violatedConstraint } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { BillingModule } from '../../billing.module';
import { CreditInvoice } from '../../invoices/application/credit-invoice';
import { VerifyInvoiceChain } from '../../invoices/application/verify-invoice-chain';
import type { IssuedInvoice, PaymentNote } from '../../invoices/domain/invoice';
import { aLine, anOrder, issued } from '../../testing/orders';
import { openShop, paid, payingMember } from '../../testing/shop';
import type { Closing } from '../domain/closing';
import { ClosingRepository } from '../persistence/closing.repository';
import { ClosePeriods } from './close-periods';

const member: Uuid = newId();

let context: TestContext;
beforeEach(async () => {
  context = await startTestContext({ imports: [AccountsModule, BillingModule] });
  context.clock.set('2026-11-20T09:00:00Z');
  await openShop(context);
});
afterEach(() => context.close());

const close = () => context.get(ClosePeriods).execute();
const closings = (period: Closing['period'] = 'day') => context.get(ClosingRepository).newest(period, 1_000);
const verdict = () => context.get(VerifyInvoiceChain).execute();
const credit = (invoice: IssuedInvoice, refund: PaymentNote | null = null) =>
  context.get(UnitOfWork).run((tx) =>
    context.get(CreditInvoice).execute(tx, {
      ...{ invoiceId: invoice.id, lines: null, reason: 'Rétractation', refund },
      idempotencyKey: newId(),
    }),
  );
const tamper = async (sql: string): Promise<void> => {
  await context.dataSource.query(`BEGIN; SET LOCAL session_replication_role = replica; ${sql}; COMMIT`);
};
const note: PaymentNote = {
  ...{ method: 'bank_transfer', reference: 'CAL-7K3M9Q', transactionNumber: 'R1', receivedOn: '2026-11-20' },
};

describe('the closing of a day', () => {
  it('waits for ten past midnight in Paris, then says what the day says, by rate', async () => {
    await paid(context, await payingMember(context));
    await issued(
      context,
      anOrder(member, { lines: [aLine(1_055, { vatRateCode: 'reduced' }), aLine(1_200)] }),
    );
    context.clock.set('2026-11-20T23:09:59Z');
    expect(await close()).toEqual([]);
    context.clock.set('2026-11-20T23:10:00Z');
    expect(await close()).toEqual([{ period: 'day', fromDay: '2026-11-20', toDay: '2026-11-20' }]);
    expect(await close()).toEqual([]);
    const [day] = await closings();
    expect(day).toMatchObject({
      ...{ seq: 1, invoiceCount: 2, creditCount: 0, firstSeq: 1, lastSeq: 3 },
      rates: [
        { category: 'S', rateBp: 2_000, baseCents: 5_083, vatCents: 1_017 },
        { category: 'S', rateBp: 550, baseCents: 1_000, vatCents: 55 },
      ],
      ...{ netCents: 6_083, vatCents: 1_072, totalCents: 7_155, receivedCents: 4_900, refundedCents: 0 },
      ...{ perpetualCents: 7_155, perpetualGrossCents: 7_155 },
    });
    expect(await verdict()).toMatchObject({ valid: true });
  });

  it('takes credit notes away; what was moved in all never falls (I16)', async () => {
    const invoice = await issued(context, anOrder(member));
    context.clock.set('2026-11-21T09:00:00Z');
    await credit(invoice, note);
    context.clock.set('2026-11-22T09:00:00Z');
    await issued(context, anOrder(member));
    context.clock.set('2026-11-23T09:00:00Z');
    await close();
    const days = (await closings()).toReversed();
    expect(days.map((day) => [day.totalCents, day.perpetualCents, day.perpetualGrossCents])).toEqual([
      [4_900, 4_900, 4_900],
      [-4_900, 0, 9_800],
      [4_900, 4_900, 14_700],
    ]);
    expect(days[1]).toMatchObject({ invoiceCount: 0, creditCount: 1, refundedCents: 4_900, vatCents: -817 });
  });

  it('counts a deposit once', async () => {
    const deposit = await issued(context, anOrder(member, { type: '386', lines: [aLine(3_000)] }));
    const { id: precedingId, number, issueDate, totalCents: amountCents } = deposit;
    const links = [{ position: 1, role: 'deducts', precedingId, number, issueDate, amountCents } as const];
    await issued(context, anOrder(member, { lines: [aLine(10_000)], links }));
    context.clock.set('2026-11-21T09:00:00Z');
    await close();
    const [day] = await closings();
    expect(day).toMatchObject({ totalCents: 10_000, netCents: 8_333, vatCents: 1_667 });
  });

  it('catches up every missed day, empty ones too, with the months and the year they end', async () => {
    await issued(context, anOrder(member));
    context.clock.set('2027-01-02T06:00:00Z');
    await issued(context, anOrder(member));
    const closed = await close();
    expect(closed.filter(({ period }) => period !== 'day')).toEqual([
      { period: 'month', fromDay: '2026-11-01', toDay: '2026-11-30' },
      { period: 'month', fromDay: '2026-12-01', toDay: '2026-12-31' },
      { period: 'year', fromDay: '2026-01-01', toDay: '2026-12-31' },
    ]);
    expect(closed.filter(({ period }) => period === 'day')).toHaveLength(43);
    const [year] = await closings('year');
    expect(year).toMatchObject({ totalCents: 4_900, perpetualCents: 4_900, invoiceCount: 1 });
    expect(await verdict()).toMatchObject({ valid: true });
  });

  it('happens once, however many workers close it at once', async () => {
    await issued(context, anOrder(member));
    context.clock.set('2026-11-23T09:00:00Z');
    await Promise.allSettled(Array.from({ length: 10 }, () => close()));
    expect((await closings()).map(({ fromDay }) => fromDay)).toEqual([
      '2026-11-22',
      '2026-11-21',
      '2026-11-20',
    ]);
    expect(await verdict()).toMatchObject({ valid: true });
  });
});

describe('what is closed', () => {
  const threeDays = async () => {
    for (const day of [20, 21, 22]) {
      context.clock.set(`2026-11-${day}T09:00:00Z`);
      await issued(context, anOrder(member));
    }
    context.clock.set('2026-11-23T09:00:00Z');
    await close();
  };

  it('takes no more entries: a clock that went back is refused', async () => {
    await threeDays();
    context.clock.set('2026-11-22T23:30:00Z');
    expect((await issued(context, anOrder(member))).number).toBe('CT-20261123-0004');
    await tamper(
      `UPDATE billing.invoice_chain SET last_issue_date = NULL; ALTER TABLE billing.invoice DISABLE TRIGGER invoice_seal`,
    );
    context.clock.set('2026-11-22T22:30:00Z');
    const refused = await issued(context, anOrder(member)).catch((error: unknown) =>
      violatedConstraint(error),
    );
    expect(refused).toBe('ledger_day_closed');
  });

  it.each([
    [
      'a total',
      `UPDATE billing.closing SET total_cents = 1, net_cents = 1, vat_cents = 0 WHERE seq = 2`,
      'day 2026-11-21',
    ],
    [
      'a perpetual total',
      `UPDATE billing.closing SET perpetual_gross_cents = 99999 WHERE seq = 3`,
      'day 2026-11-22',
    ],
    ['a rate', `UPDATE billing.closing SET rates = '[]' WHERE seq = 1`, 'day 2026-11-20'],
    ['a missing closing', `DELETE FROM billing.closing WHERE seq = 2`, 'day 2026-11-22'],
    ['a missing end', `DELETE FROM billing.closing WHERE seq = 3`, 'day 2026-11-22'],
  ])('shows %s changed by hand', async (_what, sql, firstBrokenNumber) => {
    await threeDays();
    await tamper(sql);
    expect(await verdict()).toEqual({ valid: false, checked: 3, firstBrokenNumber });
  });

  const forge = async (change: string): Promise<string | undefined> => {
    const columns = `INSERT INTO billing.closing SELECT (jsonb_populate_record(c, jsonb_build_object(
      'seq', c.seq + 1, 'prev_hash', c.hash, 'hash', repeat('c', 64), 'from_day', '2026-11-23', 'to_day', '2026-11-23',
      'total_cents', 0, 'net_cents', 0, 'vat_cents', 0) || '${change}')).*
      FROM billing.closing c WHERE seq = 3`;
    return context.dataSource
      .transaction(async (manager) => {
        await manager.query(columns);
        throw new Error('done');
      })
      .catch((error: unknown) => violatedConstraint(error) ?? (error as Error).message);
  };

  it('is followed by the next day alone, with the sum of its book', async () => {
    await threeDays();
    expect(await forge('{}')).toBe('done');
    const next = { from_day: '2026-11-24', to_day: '2026-11-24' };
    expect(await forge(JSON.stringify(next))).toBe('closing_follows');
    expect(await forge(JSON.stringify({ total_cents: 1, net_cents: 1 }))).toBe('closing_follows');
    expect(await forge(JSON.stringify({ perpetual_cents: 1 }))).toBe('closing_follows');
    expect(await forge(JSON.stringify({ prev_hash: 'd'.repeat(64) }))).toBe('closing_follows');
    const month = { period: 'month', from_day: '2026-11-01', to_day: '2026-11-30' };
    expect(await forge(JSON.stringify(month))).toBe('closing_follows');
  });

  it('is never changed nor forgotten', async () => {
    await threeDays();
    for (const sql of [
      'UPDATE billing.closing SET total_cents = total_cents',
      'DELETE FROM billing.closing',
      'TRUNCATE billing.closing',
    ])
      await expect(context.dataSource.query(sql)).rejects.toThrow('append-only');
  });
});
