import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { BillingModule } from '../../billing.module';
import { aLine, anOrder, issued } from '../../testing/orders';
import { openShop } from '../../testing/shop';
import { creditable, type CreditedLine } from '../domain/credit';
import type { InvoiceDraft, IssuedInvoice, LinkRole } from '../domain/invoice';
import { CreditRepository } from '../persistence/credit.repository';
import { CreditInvoice } from './credit-invoice';
import { IssueInvoice } from './issue-invoice';
import { VerifyInvoiceChain } from './verify-invoice-chain';

const racers = 50;
const member: Uuid = newId();

let context: TestContext;
beforeEach(async () => {
  context = await startTestContext({ imports: [AccountsModule, BillingModule] });
  context.clock.set('2026-11-20T09:00:00Z');
  await openShop(context);
});
afterEach(() => context.close());

const verdict = () => context.get(VerifyInvoiceChain).execute();
const list = () =>
  context.dataSource.query<{ number: string; year: number; seq: number; day: string }[]>(
    `SELECT number, year, seq, issue_date::text AS day FROM billing.invoice ORDER BY year, seq`,
  );

describe('fifty invoices issued at once, every third thrown back', () => {
  /** Issues, lingers in the transaction, and changes its mind one time in three. */
  const race = (turn: number): Promise<IssuedInvoice> =>
    context.get(UnitOfWork).run(async (tx) => {
      const request = { idempotencyKey: `race:${turn}`, allocations: [] };
      const invoice = await context.get(IssueInvoice).execute(tx, anOrder(member), request);
      await pause((turn * 7) % 5);
      if (turn % 3 === 0) throw new Error('thrown back');
      return invoice;
    });
  const raceAll = async (before?: (turn: number) => void) => {
    const turns = Array.from({ length: racers }, (_, turn) => turn);
    return Promise.allSettled(
      turns.map(async (turn) => {
        await pause(turn % 10);
        before?.(turn);
        return race(turn);
      }),
    );
  };

  it('leave numbers without a gap, in order, and a whole chain (I1, I2, I4)', async () => {
    const results = await raceAll();
    const kept = results.filter(({ status }) => status === 'fulfilled').length;
    expect(kept).toBe(33);
    const rows = await list();
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: kept }, (_, index) => index + 1));
    expect(await verdict()).toEqual({ valid: true, checked: kept, firstBrokenNumber: null });
    const again = await raceAll();
    // Whoever was issued before is answered the same invoice; nobody issues twice (I9).
    expect(again.filter(({ status }) => status === 'fulfilled')).toHaveLength(kept);
    expect(await list()).toEqual(rows);
  });

  it('across midnight of the year are dated forward and counted from one again', async () => {
    context.clock.set('2026-12-31T22:59:40Z');
    await raceAll(() => context.clock.advance({ seconds: 1 }));
    const rows = await list();
    const [old, fresh] = [rows.filter(({ year }) => year === 2026), rows.filter(({ year }) => year === 2027)];
    expect(rows.map(({ day }) => day)).toEqual([
      ...old.map(() => '2026-12-31'),
      ...fresh.map(() => '2027-01-01'),
    ]);
    for (const year of [old, fresh])
      expect(year.map(({ seq }) => seq)).toEqual(year.map((_, index) => index + 1));
    expect(fresh[0]?.number).toBe('CT-20270101-0001');
    expect(await verdict()).toMatchObject({ valid: true, checked: rows.length });
  });
});

describe('credit notes of one invoice', () => {
  const credit = (invoice: IssuedInvoice, lines: CreditedLine[] | null) =>
    context.get(UnitOfWork).run((tx) =>
      context.get(CreditInvoice).execute(tx, {
        ...{ invoiceId: invoice.id, lines, reason: 'Séance annulée', refund: null },
        idempotencyKey: newId(),
      }),
    );
  const notes = async () => {
    const [row] = await context.dataSource.query<{ net: number; vat: number; total: number; n: number }[]>(
      `SELECT sum(net_cents)::int AS net, sum(vat_cents)::int AS vat, sum(total_cents)::int AS total, count(*)::int AS n
         FROM billing.invoice WHERE type = '381'`,
    );
    return row;
  };

  it('G09d: line by line, in any order, give back 334,99 and not a cent more', async () => {
    const prices = [6_833, 6_833, 5_750, 8_500];
    const invoice = await issued(
      context,
      anOrder(member, { priceMode: 'HT', lines: prices.map((cents) => aLine(cents)) }),
    );
    for (const position of [3, 1, 4, 2])
      await credit(invoice, [{ position, amountCents: prices[position - 1] ?? 0 }]);
    expect(await notes()).toEqual({
      ...{ net: invoice.netCents, vat: invoice.vatCents, total: invoice.totalCents, n: 4 },
    });
    await expect(credit(invoice, null)).rejects.toMatchObject({ code: 'billing.credit-exceeds' });
  });

  it('asked for by ten people at once never exceed it, and sum to it in the end', async () => {
    const lines = [
      aLine(14_999, { quantityMilli: 2_000 }),
      aLine(999),
      aLine(1_990, { vatRateCode: 'reduced' }),
    ];
    const invoice = await issued(context, anOrder(member, { lines }));
    const asked = [4_321, 12_345, 1, 9_998, 77, 15_000, 2, 333, 14_999, 640];
    const results = await Promise.allSettled(
      asked.map((amountCents, turn) => credit(invoice, [{ position: (turn % 3) + 1, amountCents }])),
    );
    expect(results.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
    const credited = await context.get(CreditRepository).creditedSoFar(invoice.id);
    expect(creditable(invoice, credited).every(({ amountCents }) => amountCents > 0)).toBe(true);
    await credit(invoice, null);
    expect(await notes()).toMatchObject({
      ...{ net: invoice.netCents, vat: invoice.vatCents, total: invoice.totalCents },
    });
    expect(await verdict()).toMatchObject({ valid: true });
  });
});

describe('the database itself refuses', () => {
  /** Issues a draft the application would never write; answers what the database’s refusal is called. */
  const force = async (
    like: IssuedInvoice,
    role: LinkRole,
    preceding: IssuedInvoice,
    changes: Partial<InvoiceDraft> = {},
  ): Promise<string | undefined> => {
    const type = ({ credits: '381', corrects: '384', deducts: '380' } as const)[role];
    const { id: precedingId, number, issueDate, totalCents: amountCents } = preceding;
    const draft: InvoiceDraft = {
      ...{ ...like, type, reason: 'Force', payments: [], paidCents: 0, frame: 'S1' },
      lines: like.lines.map((line) => ({ ...line, ofPosition: role === 'credits' ? line.position : null })),
      links: [{ position: 1, role, precedingId, number, issueDate, amountCents }],
      ...changes,
    };
    const compose = () => Promise.resolve(draft);
    const request = { idempotencyKey: newId(), allocations: [], compose };
    return context
      .get(UnitOfWork)
      .run((tx) => context.get(IssueInvoice).issue(tx, request))
      .then(
        () => undefined,
        (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
      );
  };
  const anInvoice = (changes: Parameters<typeof anOrder>[1] = {}) =>
    issued(context, anOrder(member, changes));

  it('more credited than invoiced, whole or by one cent (I6)', async () => {
    const [invoice, dearer] = [await anInvoice(), await anInvoice({ lines: [aLine(4_906)] })];
    expect(await force(dearer, 'credits', invoice)).toBe('billing.credit-exceeds');
    expect(await force(invoice, 'credits', invoice)).toBeUndefined();
    const cent = await anInvoice({ lines: [aLine(1)] });
    expect(await force(cent, 'credits', invoice)).toBe('billing.credit-exceeds');
    expect(await verdict()).toMatchObject({ valid: true, checked: 4 });
  });

  it('a credit at a rate the invoice never had', async () => {
    const reduced = await anInvoice({ lines: [aLine(100, { vatRateCode: 'reduced' })] });
    expect(await force(reduced, 'credits', await anInvoice())).toBe('billing.credit-exceeds');
  });

  it('a credit note of a credit note, and of another member’s invoice', async () => {
    const invoice = await anInvoice();
    expect(await force(invoice, 'credits', invoice)).toBeUndefined();
    const [note] = await context.dataSource.query<{ id: Uuid; number: string }[]>(
      `SELECT id, number FROM billing.invoice WHERE type = '381'`,
    );
    expect(await force(invoice, 'credits', { ...invoice, ...note })).toBe('billing.preceding-required');
    const other = await issued(context, anOrder(newId()));
    expect(await force(invoice, 'credits', other)).toBe('billing.preceding-required');
  });

  it('a credit note or a corrective invoice of nothing', async () => {
    const invoice = await anInvoice();
    expect(await force(invoice, 'credits', invoice, { links: [] })).toBe('billing.preceding-required');
    expect(await force(invoice, 'corrects', invoice, { links: [] })).toBe('billing.preceding-required');
  });

  it('a correction twice, and a credit of what was corrected', async () => {
    const invoice = await anInvoice();
    expect(await force(invoice, 'corrects', invoice)).toBeUndefined();
    expect(await force(invoice, 'corrects', invoice)).toBe('billing.already-amended');
    expect(await force(invoice, 'credits', invoice)).toBe('billing.already-amended');
  });

  it('a deposit deducted twice, and the deduction of what was no deposit', async () => {
    const [deposit, invoice] = [await anInvoice({ type: '386' }), await anInvoice()];
    expect(await force(invoice, 'deducts', deposit)).toBeUndefined();
    expect(await force(invoice, 'deducts', deposit)).toBe('billing.already-amended');
    expect(await force(invoice, 'deducts', invoice)).toBe('billing.preceding-required');
  });

  it('a link that says another number than the invoice it hangs on', async () => {
    const invoice = await anInvoice();
    expect(await force(invoice, 'credits', { ...invoice, number: 'CT-20261120-0009' })).toBe(
      'billing.preceding-required',
    );
  });
});
