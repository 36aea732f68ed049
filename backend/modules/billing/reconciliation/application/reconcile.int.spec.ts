import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { BillingModule } from '../../billing.module';
import { InvoiceRepository } from '../../invoices/persistence/invoice.repository';
import { CancelPayment } from '../../payments/application/cancel-payment';
import { ValidatePayment } from '../../payments/application/validate-payment';
import { PaymentRepository } from '../../payments/persistence/payment.repository';
import type { PaymentEntity } from '../../payments/persistence/payment.entity';
import { ReceiptRepository } from '../../payments/persistence/receipt.repository';
import { admin, declared, openShop, payingMember } from '../../testing/shop';
import { csvOf } from '../domain/statements.fixture';
import { BatchRepository } from '../persistence/batch.repository';
import { StatementRepository } from '../persistence/statement.repository';
import { BankMappings } from './bank-mappings';
import { ImportStatement } from './import-statement';
import { Reconcile } from './reconcile';
import { SuggestMatches } from './suggest-matches';

describe('the reconciliation of a bank statement', () => {
  let context: TestContext;
  let boursorama: Uuid;
  beforeAll(async () => {
    context = await startTestContext({ imports: [AccountsModule, BillingModule] });
    await openShop(context);
    const mappings = await context.get(BankMappings).list();
    expect(mappings.map(({ name }) => name)).toContain('Qonto');
    boursorama = mappings.find(({ name }) => name === 'Boursorama')?.id ?? newId();
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await context.dataSource.query(
      `UPDATE billing.statement_line SET state = 'ignored' WHERE state = 'open'`,
    );
  });

  const read = (csv: string, account = 'courant') =>
    context.get(ImportStatement).execute({
      ...{ adminId: admin, account, source: 'csv', mappingId: boursorama, pasted: false },
      bytes: Buffer.from(csv),
    });
  let made = 0;
  const csv = (...lines: [label: string, amount: string][]) =>
    [
      'dateOp;dateVal;label;category;amount;accountNum',
      // Each line says something of its own: the same money twice is one line.
      ...lines.map(([label, amount]) => `2026-11-20;2026-11-20;${label} n${(made += 1)};x;${amount};1`),
    ].join('\n');
  const orders = (count: number): Promise<PaymentEntity[]> =>
    Promise.all(Array.from({ length: count }, async () => declared(context, await payingMember(context))));
  const chosen = async () =>
    (await context.get(SuggestMatches).execute()).flatMap(({ line, match }) =>
      match ? [{ lineId: line.id, paymentId: match.payment.id as Uuid }] : [],
    );
  const statusOf = async ({ id }: PaymentEntity) => (await context.get(PaymentRepository).find(id))?.status;
  const rowsOf = async (batchId: Uuid) =>
    (await context.get(BatchRepository).rows(batchId)).map(({ state, errorCode }) => errorCode ?? state);

  it('reads a file once, however often it is sent, and keeps what left the account apart', async () => {
    const file = csvOf['Boursorama'] ?? '';
    expect(await read(file)).toEqual({ read: 2, added: 2 });
    expect(await read(file)).toEqual({ read: 2, added: 0 });
    expect(await read(file, 'livret')).toEqual({ read: 2, added: 2 });
    const suggested = await context.get(SuggestMatches).execute();
    expect(suggested.map(({ line }) => line.amountCents)).toEqual([4_900, 4_900]);
  });

  it('proposes payments, validates the chosen ones, and takes their lines off the list', async () => {
    const [first, second] = await orders(2);
    if (!first || !second) throw new Error('Two orders were placed');
    await read(
      csv([`VIR ${first.reference}`, '49,00'], [`VIR ${second.reference}`, '40,00'], ['SALAIRE', '49,00']),
    );
    const suggested = await context.get(SuggestMatches).execute();
    expect(suggested.map(({ match }) => match?.category ?? 'none')).toEqual(['sure', 'likely', 'none']);
    const batch = await context.get(Reconcile).start(await chosen(), admin);
    await context.get(Reconcile).work();
    expect(await rowsOf(batch.id)).toEqual(['done', 'billing.amount-mismatch']);
    expect([await statusOf(first), await statusOf(second)]).toEqual(['validated', 'pending']);
    expect(await context.get(ReceiptRepository).ofPayment(first.id)).toMatchObject([
      { source: 'reconciliation', receivedOn: '2026-11-20', recordedBy: admin },
    ]);
    const left = await context.get(SuggestMatches).execute();
    expect(left.map(({ line }) => line.amountCents)).toEqual([4_000, 4_900]);
  });

  it('is the same batch at the second click, while it runs and afterwards', async () => {
    const payments = await orders(3);
    await read(csv(...payments.map(({ reference }): [string, string] => [reference, '49,00'])));
    const rows = await chosen();
    expect(rows).toHaveLength(3);
    const reconcile = context.get(Reconcile);
    const clicks = await Promise.all(
      Array.from({ length: 5 }, (_, index) => reconcile.start(index % 2 ? rows : rows.toReversed(), admin)),
    );
    expect(new Set(clicks.map(({ id }) => id)).size).toBe(1);
    await reconcile.work();
    expect((await reconcile.start(rows, admin)).id).toBe(clicks[0]?.id);
    // Another choice over the same lines finds them gone.
    const [row] = rows;
    await expect(reconcile.start(row ? [row] : [], admin)).rejects.toMatchObject({
      code: 'billing.statement-line-not-found',
    });
  });

  it('goes on where a killed worker left it, and two workers validate nothing twice', async () => {
    const payments = await orders(6);
    await read(csv(...payments.map(({ reference }): [string, string] => [reference, '49,00'])));
    const { id } = await context.get(Reconcile).start(await chosen(), admin);
    // Killed after the validation, before the row said so.
    const [row] = await context.get(BatchRepository).rows(id);
    const line = row && (await context.get(StatementRepository).find(row.lineId));
    if (!row || !line) throw new Error('The batch has rows');
    await context.get(ValidatePayment).execute({
      ...{ paymentId: row.paymentId, adminId: admin, receivedOn: line.bookedOn, amountCents: 4_900 },
      transactionNumber: `RELEVE${line.fingerprint.slice(0, 20)}`,
    });
    // A second worker is another process, with a use case of its own.
    const other = Object.assign(Object.create(Reconcile.prototype) as Reconcile, context.get(Reconcile));
    await Promise.all([context.get(Reconcile).work(), other.work()]);
    expect(await rowsOf(id)).toEqual(Array.from({ length: 6 }, () => 'done'));
    expect((await context.get(BatchRepository).find(id))?.finishedAt).not.toBeNull();
    for (const { memberId } of payments)
      expect(await context.get(InvoiceRepository).search({ memberId, limit: 5 })).toHaveLength(1);
  });

  it('tells each row why it failed, and the others go on; what failed may be tried again', async () => {
    const [kept, withdrawn] = await orders(2);
    if (!kept || !withdrawn) throw new Error('Two orders were placed');
    await read(csv([withdrawn.reference, '49,00'], [kept.reference, '49,00']));
    const rows = await chosen();
    const batch = await context.get(Reconcile).start(rows, admin);
    await context.get(CancelPayment).execute({ paymentId: withdrawn.id, memberId: withdrawn.memberId });
    await context.get(Reconcile).work();
    expect((await rowsOf(batch.id)).sort()).toEqual(['billing.payment-not-pending', 'done']);
    const again = await context.get(Reconcile).start(rows, admin);
    expect(again.id).not.toBe(batch.id);
    await context.get(Reconcile).work();
    expect(await rowsOf(again.id)).toEqual(['billing.payment-not-pending']);
  });

  it('forgets a line that is none of the members’', async () => {
    await read(csv(['LOYER', '800,00']));
    const [suggested] = await context.get(SuggestMatches).execute();
    const lineId = suggested?.line.id ?? newId();
    await context.get(SuggestMatches).ignore(lineId, admin);
    expect(await context.get(SuggestMatches).execute()).toEqual([]);
    await expect(context.get(SuggestMatches).ignore(lineId, admin)).rejects.toMatchObject({
      code: 'billing.statement-line-not-found',
    });
  });

  it('keeps how a bank writes, one version at a time', async () => {
    const mappings = context.get(BankMappings);
    const { id, version, ...layout } = (await mappings.list())[0] ?? { id: newId(), version: 0 };
    const mine = await mappings.create(
      { ...(layout as Parameters<BankMappings['create']>[0]), name: 'Ma banque' },
      admin,
    );
    expect(await mappings.change({ ...mine, skipRows: 3 }, admin)).toMatchObject({ version: 2, skipRows: 3 });
    await expect(mappings.change(mine, admin)).rejects.toMatchObject({ code: 'billing.version-conflict' });
    await expect(mappings.create({ ...mine }, admin)).rejects.toMatchObject({
      code: 'billing.mapping-name-taken',
    });
    expect([id, version]).toHaveLength(2);
  });
});
