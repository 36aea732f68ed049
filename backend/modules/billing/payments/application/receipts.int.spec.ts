import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { BillingModule } from '../../billing.module';
import { VerifyInvoiceChain } from '../../invoices/application/verify-invoice-chain';
import { InvoiceRepository } from '../../invoices/persistence/invoice.repository';
import { SubscriptionAccess } from '../../subscriptions/application/subscription-access';
import { admin, declared, freshNumber, openShop, payingMember, receive, validate } from '../../testing/shop';
import { PaymentRepository } from '../persistence/payment.repository';
import { ReceiptRepository } from '../persistence/receipt.repository';
import { CancelPayment } from './cancel-payment';
import { DeclarePayment } from './declare-payment';
import { PreviewPayment } from './preview-payment';
import { RejectPayment } from './reject-payment';
import { ReturnSurplus } from './return-surplus';

const company = {
  kind: 'company',
  siren: '552081317',
  vatNumber: 'FR03552081317',
  name: 'Atelier Durand SARL',
} as const;

describe('money that arrives', () => {
  let context: TestContext;
  let member: Uuid;
  beforeAll(async () => {
    context = await startTestContext({ imports: [AccountsModule, BillingModule] });
    await openShop(context);
  });
  afterAll(async () => {
    expect(await context.get(VerifyInvoiceChain).execute()).toMatchObject({ valid: true });
    await context.close();
  });
  beforeEach(async () => {
    member = await payingMember(context);
  });

  const invoicesOf = async (memberId: Uuid) =>
    (await context.get(InvoiceRepository).search({ memberId, limit: 100 })).reverse();
  const statusOf = async (id: Uuid) => (await context.get(PaymentRepository).find(id))?.status;
  const actionsOn = async (objectId: Uuid) =>
    (
      await context.dataSource.query<{ action: string }[]>(
        `SELECT action FROM platform.audit_entry WHERE object_id = $1 ORDER BY id`,
        [objectId],
      )
    ).map(({ action }) => action);

  describe('under a number that was used', () => {
    it('is refused without a reason, named, and taken with one, which is audited', async () => {
      const transactionNumber = freshNumber();
      const first = await declared(context, member);
      await validate(context, first.id, { transactionNumber });
      const second = await declared(context, await payingMember(context));
      await expect(receive(context, second.id, { transactionNumber })).rejects.toMatchObject({
        code: 'billing.transaction-number-used',
        params: { reference: first.reference },
      });
      await expect(
        receive(context, second.id, { transactionNumber, overrideReason: ' trop  ' }),
      ).rejects.toMatchObject({ code: 'billing.override-reason-too-short' });
      const overrideReason = 'La banque répète ses références chaque mois';
      await receive(context, second.id, { transactionNumber, overrideReason });
      expect(await context.get(PaymentRepository).find(second.id)).toMatchObject({
        ...{ status: 'validated', transactionNumber, overrideSeq: 1, overrideReason },
      });
      // Both notes are of one transaction and one instant: neither comes first.
      expect((await actionsOn(second.id)).sort()).toEqual([
        'billing.override-transaction-number',
        'billing.validate-payment',
      ]);
      // Again and again, each with its own reason; a reason nobody asked for changes nothing.
      const third = await declared(context, await payingMember(context));
      await receive(context, third.id, { transactionNumber, overrideReason });
      const fourth = await declared(context, await payingMember(context));
      await receive(context, fourth.id, { overrideReason });
      const seqs = await Promise.all(
        [third, fourth].map(async ({ id }) => (await context.get(PaymentRepository).find(id))?.overrideSeq),
      );
      expect(seqs).toEqual([2, 0]);
    });

    it('raced by ten with a reason: ten different uses', async () => {
      const transactionNumber = freshNumber();
      const payments = await Promise.all(
        Array.from({ length: 10 }, async () => declared(context, await payingMember(context))),
      );
      const overrideReason = 'Dix membres, un seul virement groupé';
      await Promise.all(
        payments.map(({ id }) => receive(context, id, { transactionNumber, overrideReason })),
      );
      const rows = await context.dataSource.query<{ seq: number }[]>(
        `SELECT override_seq AS seq FROM billing.receipt WHERE transaction_number = $1 ORDER BY 1`,
        [transactionNumber],
      );
      expect(rows.map(({ seq }) => seq)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    });
  });

  describe('in part', () => {
    it('is refused unless somebody says so, and then nothing happened', async () => {
      const payment = await declared(context, member);
      await expect(receive(context, payment.id, { amountCents: 2_000 })).rejects.toMatchObject({
        code: 'billing.amount-mismatch',
        params: { due_cents: 4_900, received_cents: 2_000, choices: ['partial'] },
      });
      expect(await invoicesOf(member)).toEqual([]);
      expect(await statusOf(payment.id)).toBe('pending');
    });

    it('gives a deposit invoice and no access; the rest gives the final invoice and access', async () => {
      const payment = await declared(context, member);
      const transactionNumber = freshNumber();
      const part = { amountCents: 2_000, onDifference: 'partial', transactionNumber } as const;
      const deposit = await receive(context, payment.id, part);
      expect(deposit).toMatchObject({ status: 'partial', dueCents: 2_900 });
      expect(await receive(context, payment.id, part)).toEqual(deposit);
      expect(await statusOf(payment.id)).toBe('partial');
      expect(await context.get(SubscriptionAccess).hasAccess(member)).toBe(false);
      const preview = await context.get(PreviewPayment).execute(payment.id);
      expect(preview).toMatchObject({ blockers: [], draft: { totalCents: 4_900, paidCents: 4_900 } });

      const second = await receive(context, payment.id, { amountCents: 900, onDifference: 'partial' });
      expect(second).toMatchObject({ status: 'partial', dueCents: 2_000 });
      const final = await receive(context, payment.id, { amountCents: 2_000 });
      expect(final).toMatchObject({ status: 'validated', startsOn: '2026-11-20', endsOn: '2026-12-20' });
      expect(await context.get(SubscriptionAccess).hasAccess(member)).toBe(true);
      // The first click once more, long after: the first answer.
      expect(await receive(context, payment.id, part)).toEqual(deposit);

      const [first, other, invoice] = await invoicesOf(member);
      expect([first, other]).toMatchObject([
        { type: '386', frame: 'S2', totalCents: 2_000, vatCents: 333, paidCents: 2_000 },
        { type: '386', frame: 'S2', totalCents: 900, vatCents: 150, paidCents: 900 },
      ]);
      expect(first?.lines).toMatchObject([
        { label: 'Acompte sur Essentiel, 1\u00A0mois', detail: `Commande ${payment.reference}` },
      ]);
      expect(invoice).toMatchObject({
        ...{ type: '380', frame: 'S4', totalCents: 4_900, paidCents: 4_900 },
        payments: [{ amountCents: 2_000 }],
        links: [
          { role: 'deducts', number: first?.number, amountCents: 2_000 },
          { role: 'deducts', number: other?.number, amountCents: 900 },
        ],
      });
      const allocated = await context.dataSource.query<{ amount_cents: number }[]>(
        `SELECT amount_cents FROM billing.allocation WHERE payment_id = $1 ORDER BY 1`,
        [payment.id],
      );
      expect(allocated.map((row) => row.amount_cents)).toEqual([900, 2_000, 2_000]);
      const [turnover] = await context.dataSource.query<{ sum: string }[]>(
        `SELECT sum(amount_cents) FROM billing.ledger_event WHERE kind = 'invoice-issued' AND invoice_id = ANY($1)`,
        [[first?.id, other?.id, invoice?.id]],
      );
      expect(Number(turnover?.sum)).toBe(4_900);
    });

    it('of a company’s order, priced before tax, says what arrived to the cent', async () => {
      const buyer = await payingMember(context, 'Anne', 'Durand', company);
      const payment = await declared(context, buyer);
      const amounts = [1_001, 1, 777];
      for (const amountCents of amounts)
        await receive(context, payment.id, { amountCents, onDifference: 'partial' });
      await receive(context, payment.id);
      const invoices = await invoicesOf(buyer);
      expect(invoices.map(({ totalCents }) => totalCents)).toEqual([...amounts, payment.amountCents]);
      expect(invoices.at(-1)?.links).toHaveLength(3);
    });

    it('is neither withdrawn, nor refused, nor ordered again; its bank may repeat a number with a reason', async () => {
      const payment = await declared(context, member);
      const transactionNumber = freshNumber();
      const part = { amountCents: 2_000, onDifference: 'partial', transactionNumber } as const;
      await receive(context, payment.id, part);
      const notPending = { code: 'billing.payment-not-pending' };
      const cancel = context.get(CancelPayment).execute({ paymentId: payment.id, memberId: member });
      await expect(cancel).rejects.toMatchObject(notPending);
      const reject = { paymentId: payment.id, adminId: admin, reason: 'Non' };
      await expect(context.get(RejectPayment).execute(reject)).rejects.toMatchObject(notPending);
      const again = { memberId: member, planCode: 'essentiel', method: 'bank_transfer' } as const;
      await expect(context.get(DeclarePayment).execute(again)).rejects.toMatchObject({
        code: 'billing.payment-already-pending',
      });
      await expect(receive(context, payment.id, { ...part, amountCents: 1_000 })).rejects.toMatchObject({
        code: 'billing.transaction-number-used',
        params: { reference: payment.reference },
      });
      const overrideReason = 'Deux virements, une seule référence';
      const more = { transactionNumber, overrideReason, amountCents: 2_900 };
      expect(await receive(context, payment.id, more)).toMatchObject({ status: 'validated' });
    });

    it('raced with its rest by ten clicks each: one deposit, one final invoice', async () => {
      const payment = await declared(context, member);
      const part = { amountCents: 2_000, onDifference: 'partial', transactionNumber: freshNumber() } as const;
      const rest = { amountCents: 2_900, transactionNumber: freshNumber() };
      await receive(context, payment.id, part);
      const clicks = await Promise.all(
        Array.from({ length: 20 }, (_, index) => receive(context, payment.id, index % 2 ? part : rest)),
      );
      expect(new Set(clicks.map((click) => JSON.stringify(click))).size).toBe(2);
      expect((await invoicesOf(member)).map(({ type }) => type)).toEqual(['386', '380']);
    });
  });

  describe('above the price', () => {
    it('is refused unless somebody says what becomes of the surplus', async () => {
      const payment = await declared(context, member);
      await expect(receive(context, payment.id, { amountCents: 5_000 })).rejects.toMatchObject({
        code: 'billing.amount-mismatch',
        params: { choices: ['credit', 'refuse'] },
      });
    });

    it.each(['credit', 'refuse'] as const)(
      'invoices the price alone and owes the surplus (%s) until it is sent back',
      async (choice) => {
        const payment = await declared(context, member);
        await receive(context, payment.id, { amountCents: 5_000, onDifference: choice });
        expect(await invoicesOf(member)).toMatchObject([{ type: '380', totalCents: 4_900 }]);
        const [surplus] = await context.get(ReceiptRepository).surplusesOf(payment.id);
        expect(surplus).toMatchObject({ amountCents: 100, choice, state: 'owed', memberId: member });
        const back = {
          ...{ paymentId: payment.id, surplusId: surplus?.id ?? newId(), adminId: admin },
          ...{ transactionNumber: 'ret-0001', returnedOn: '2026-11-20' },
        };
        const returnSurplus = context.get(ReturnSurplus);
        await returnSurplus.execute(back);
        await returnSurplus.execute(back);
        await expect(returnSurplus.execute({ ...back, transactionNumber: 'other' })).rejects.toMatchObject({
          code: 'billing.surplus-already-returned',
        });
        const elsewhere = { ...back, paymentId: newId() };
        await expect(returnSurplus.execute(elsewhere)).rejects.toMatchObject({
          code: 'billing.surplus-not-found',
        });
        expect(await context.get(ReceiptRepository).surplusesOf(payment.id)).toMatchObject([
          { state: 'returned', returnedNumber: 'RET0001' },
        ]);
      },
    );
  });

  it('notes what it was before the bank changed it', async () => {
    const payment = await declared(context, member);
    const original = { currency: 'USD', amount: '53.21', rate: '1.085918' };
    await receive(context, payment.id, { original });
    expect(await context.get(ReceiptRepository).ofPayment(payment.id)).toMatchObject([
      { currency: 'USD', originalAmount: '53.21000000', exchangeRate: '1.0859180000', amountCents: 4_900 },
    ]);
  });
});
