import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import { startOfDay } from '@calmness/platform/clock';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { BillingModule } from '../../billing.module';
import { VerifyInvoiceChain } from '../../invoices/application/verify-invoice-chain';
import { InvoiceRepository } from '../../invoices/persistence/invoice.repository';
import { SubscriptionAccess } from '../../subscriptions/application/subscription-access';
import { admin, declared, freshNumber, openShop, paid, payingMember, validate } from '../../testing/shop';
import { PaymentRepository } from '../persistence/payment.repository';
import { CancelPayment } from './cancel-payment';
import { PreviewPayment } from './preview-payment';
import { RejectPayment } from './reject-payment';
import { ValidatePayment } from './validate-payment';
import type { ValidatedPayment } from './validated-payment';

const fulfilled = <T>(results: PromiseSettledResult<T>[]): T[] =>
  results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
const reasons = (results: PromiseSettledResult<unknown>[]): { code?: string }[] =>
  results.flatMap((result) => (result.status === 'rejected' ? [result.reason as { code?: string }] : []));
const rankOf = ({ invoiceNumber }: ValidatedPayment): number => Number(invoiceNumber.slice(-4));

describe('the validation of a payment', () => {
  let context: TestContext;
  let member: Uuid;
  beforeAll(async () => {
    context = await startTestContext({ imports: [AccountsModule, BillingModule] });
    await openShop(context);
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    member = await payingMember(context);
  });

  const recorded = (memberId: Uuid) =>
    context.dataSource.query<{ name: string; payload: Record<string, unknown> }[]>(
      `SELECT name, payload FROM platform.outbox_event
        WHERE payload->>'memberId' = $1 AND name LIKE 'billing.%' ORDER BY id`,
      [memberId],
    );
  const invoicesOf = (memberId: Uuid) => context.get(InvoiceRepository).search({ memberId, limit: 100 });

  it('is one step: payment, access, invoice, events, audit', async () => {
    const payment = await declared(context, member);
    const preview = await context.get(PreviewPayment).execute(payment.id);
    expect(preview).toMatchObject({
      blockers: [],
      period: { startsOn: '2026-11-20', endsOn: '2026-12-20', extendsCurrent: false },
      draft: { netCents: 4_083, vatCents: 817, totalCents: 4_900, buyer: { name: 'Jean Dupont' } },
    });
    const result = await validate(context, payment.id, {
      transactionNumber: ' vir-2026/777 ',
      receivedOn: '2026-11-19',
    });
    expect(result).toMatchObject({
      transactionNumber: 'VIR2026777',
      startsOn: '2026-11-20',
      endsOn: '2026-12-20',
    });
    const [invoice] = await invoicesOf(member);
    expect(invoice).toMatchObject({
      number: result.invoiceNumber,
      issueDate: '2026-11-20',
      supplyFrom: '2026-11-20',
      supplyTo: '2026-12-19',
      dueDate: '2026-11-19',
      frame: 'S2',
      paidCents: 4_900,
      lines: preview.draft?.lines,
      mentions: preview.draft?.mentions,
      buyer: { kind: 'person', name: 'Jean Dupont' },
    });
    expect(await context.get(SubscriptionAccess).hasAccess(member)).toBe(true);
    const events = await recorded(member);
    expect(events.map((event) => event.name).sort()).toEqual([
      'billing.invoice-issued',
      'billing.payment-declared',
      'billing.payment-validated',
      'billing.subscription-activated',
    ]);
    expect(events.find((event) => event.name === 'billing.subscription-activated')?.payload).toMatchObject({
      extended: false,
      anchor: {
        kind: 'subscription',
        subjectId: result.subscriptionId,
        occurrence: '2026-12-20',
        version: 1,
        at: startOfDay('2026-12-20').toISOString(),
        zone: 'Europe/Paris',
        recipientIds: [member],
      },
    });
    const audit = await context.dataSource.query<{ actor_id: string; action: string }[]>(
      `SELECT actor_id, action FROM platform.audit_entry WHERE object_id = $1`,
      [payment.id],
    );
    expect(audit).toEqual([{ actor_id: admin, action: 'billing.validate-payment' }]);
  });

  it('renews without losing a day', async () => {
    const first = await paid(context, member);
    const second = await paid(context, member);
    expect(second).toMatchObject({
      subscriptionId: first.subscriptionId,
      startsOn: '2026-12-20',
      endsOn: '2027-01-20',
    });
  });

  it('lets another plan of the group wait for its turn', async () => {
    const first = await paid(context, member);
    const second = await paid(context, member, 'premium');
    expect(second.subscriptionId).not.toBe(first.subscriptionId);
    expect(second).toMatchObject({ startsOn: '2026-12-20', endsOn: '2027-03-20' });
    const active = await context.get(SubscriptionAccess).activeSubscriptionsOf(member);
    expect(active.map((subscription) => subscription.planCode)).toEqual(['essentiel']);
  });

  it('answers the same to the same number, however it is typed, and refuses another one', async () => {
    const payment = await declared(context, member);
    const transactionNumber = freshNumber();
    const first = await validate(context, payment.id, { transactionNumber });
    const again = await validate(context, payment.id, { transactionNumber: transactionNumber.toLowerCase() });
    expect(again).toEqual(first);
    await expect(validate(context, payment.id)).rejects.toMatchObject({
      code: 'billing.payment-already-validated',
      kind: 'conflict',
    });
    expect(await invoicesOf(member)).toHaveLength(1);
  });

  it.each([
    ['billing.transaction-number-required', { transactionNumber: ' - ' }],
    ['billing.transaction-number-malformed', { transactionNumber: '1;2' }],
    ['billing.received-on-invalid', { receivedOn: '2026-11-21' }],
    ['billing.received-on-invalid', { receivedOn: '2024-01-01' }],
  ])('is refused with %s and changes nothing', async (code, command) => {
    const payment = await declared(context, member);
    await expect(validate(context, payment.id, command)).rejects.toMatchObject({ code });
    expect((await context.get(PaymentRepository).find(payment.id))?.status).toBe('pending');
    expect(await invoicesOf(member)).toEqual([]);
    expect((await recorded(member)).map((event) => event.name)).toEqual(['billing.payment-declared']);
  });

  it('takes a transaction number once per method, and names where it went', async () => {
    const transactionNumber = freshNumber();
    const first = await declared(context, member);
    await validate(context, first.id, { transactionNumber });
    const second = await declared(context, member);
    await expect(validate(context, second.id, { transactionNumber })).rejects.toMatchObject({
      code: 'billing.transaction-number-used',
      params: { method: 'bank_transfer', reference: first.reference },
    });
    const byPaypal = await declared(context, await payingMember(context), 'essentiel', 'paypal');
    await validate(context, byPaypal.id, { transactionNumber });
  });

  it('finds nobody at home for an unknown payment', async () => {
    await expect(validate(context, newId())).rejects.toMatchObject({ code: 'billing.payment-not-found' });
  });

  it('comes too late after a cancellation or a rejection', async () => {
    const cancelled = await declared(context, member);
    await context.get(CancelPayment).execute({ paymentId: cancelled.id, memberId: member });
    const rejected = await declared(context, member);
    await context.get(RejectPayment).execute({ paymentId: rejected.id, adminId: admin, reason: 'Non reçu' });
    for (const { id } of [cancelled, rejected])
      await expect(validate(context, id)).rejects.toMatchObject({ code: 'billing.payment-not-pending' });
    const preview = await context.get(PreviewPayment).execute(rejected.id);
    expect(preview.blockers).toEqual([{ code: 'billing.payment-not-pending', detail: 'rejected' }]);
  });

  describe('raced', () => {
    it('by twenty clicks on one payment gives one invoice and twenty same answers', async () => {
      const payment = await declared(context, member);
      const transactionNumber = freshNumber();
      const clicks = await Promise.allSettled(
        Array.from({ length: 20 }, () => validate(context, payment.id, { transactionNumber })),
      );
      expect(reasons(clicks)).toEqual([]);
      expect(new Set(fulfilled(clicks).map((result) => JSON.stringify(result))).size).toBe(1);
      expect(await invoicesOf(member)).toHaveLength(1);
      const names = (await recorded(member)).map((event) => event.name);
      expect(names.filter((name) => name === 'billing.payment-validated')).toHaveLength(1);
    });

    it('by two admins with two numbers: one wins, the other is told', async () => {
      const payment = await declared(context, member);
      const clicks = await Promise.allSettled([validate(context, payment.id), validate(context, payment.id)]);
      expect(fulfilled(clicks)).toHaveLength(1);
      expect(reasons(clicks)).toMatchObject([{ code: 'billing.payment-already-validated' }]);
    });

    it('by ten payments with one number: one wins, nine are told', async () => {
      const payments = await Promise.all(
        Array.from({ length: 10 }, async () => declared(context, await payingMember(context))),
      );
      const transactionNumber = freshNumber();
      const clicks = await Promise.allSettled(
        payments.map(({ id }) => validate(context, id, { transactionNumber })),
      );
      expect(fulfilled(clicks)).toHaveLength(1);
      for (const reason of reasons(clicks)) expect(reason.code).toBe('billing.transaction-number-used');
    });

    it('by a cancellation: one of the two happens', async () => {
      for (let round = 0; round < 10; round += 1) {
        const payer = await payingMember(context);
        const { id: paymentId } = await declared(context, payer);
        const [validation, withdrawal] = await Promise.allSettled([
          validate(context, paymentId),
          context.get(CancelPayment).execute({ paymentId, memberId: payer }),
        ]);
        expect(validation.status).not.toBe(withdrawal.status);
        expect(await invoicesOf(payer)).toHaveLength(validation.status === 'fulfilled' ? 1 : 0);
      }
    });

    it('by a renewal of the same member ten times: ten months, none lost', async () => {
      const ends = new Set<string>();
      const payments: Uuid[] = [];
      for (let index = 0; index < 10; index += 1) {
        // One may be open at a time, so the copies are made as the database would allow over years.
        const payment = await declared(context, member);
        payments.push(payment.id);
        await context.dataSource.query(`UPDATE billing.payment SET status = 'cancelled' WHERE id = $1`, [
          payment.id,
        ]);
      }
      await context.dataSource.query('DROP INDEX billing.payment_one_open');
      await context.dataSource.query(`UPDATE billing.payment SET status = 'pending' WHERE id = ANY($1)`, [
        payments,
      ]);
      for (const { endsOn } of await Promise.all(payments.map((id) => validate(context, id))))
        ends.add(endsOn);
      expect(ends.size).toBe(10);
      const [active] = await context.get(SubscriptionAccess).activeSubscriptionsOf(member);
      expect(active).toMatchObject({ startsOn: '2026-11-20', endsOn: '2027-09-20' });
      await context.dataSource.query(
        `UPDATE billing.payment SET status = 'cancelled' WHERE status = 'pending'`,
      );
      await context.dataSource.query(
        `CREATE UNIQUE INDEX payment_one_open ON billing.payment (member_id, plan_id)
          WHERE status IN ('pending', 'proof_sent')`,
      );
    });

    it('by fifty different payments, some of them refused: consecutive numbers, a whole chain (I1)', async () => {
      const before = rankOf(await paid(context, member));
      const payments = await Promise.all(
        Array.from({ length: 50 }, async () => declared(context, await payingMember(context))),
      );
      const taken = freshNumber();
      const first = await declared(context, await payingMember(context));
      await validate(context, first.id, { transactionNumber: taken });
      const doomed = await Promise.all(
        Array.from({ length: 5 }, async () => declared(context, await payingMember(context))),
      );
      const clicks = await Promise.allSettled([
        ...payments.map(({ id }) => validate(context, id)),
        ...doomed.map(({ id }) => validate(context, id, { transactionNumber: taken })),
      ]);
      expect(reasons(clicks)).toHaveLength(5);
      const ranks = fulfilled(clicks)
        .map(rankOf)
        .sort((a, b) => a - b);
      expect(ranks).toEqual(Array.from({ length: 50 }, (_, index) => before + 2 + index));
      expect(await context.get(VerifyInvoiceChain).execute()).toMatchObject({ valid: true });
    });
  });

  it('rolls everything back when the invoice cannot be issued, and gives the number to the next one', async () => {
    const before = rankOf(await paid(context, member));
    const nameless = await payingMember(context);
    const payment = await declared(context, nameless);
    await context.dataSource.query(
      `UPDATE billing.payment SET buyer = buyer || '{"name": ""}' WHERE id = $1`,
      [payment.id],
    );
    await expect(validate(context, payment.id)).rejects.toMatchObject({
      code: 'billing.missing-mention',
      params: { field: 'buyer.name', law: expect.stringContaining('242 nonies A') as string },
    });
    expect(await context.get(SubscriptionAccess).hasAccess(nameless)).toBe(false);
    expect((await context.get(PaymentRepository).find(payment.id))?.transactionNumber).toBeNull();
    const preview = await context.get(PreviewPayment).execute(payment.id);
    expect(preview.blockers).toEqual([{ code: 'billing.missing-mention', detail: 'buyer.name' }]);
    expect(rankOf(await paid(context, member))).toBe(before + 1);
  });

  it('is the only way in: the use case knows who decided', async () => {
    const payment = await declared(context, member);
    await context.get(ValidatePayment).execute({
      paymentId: payment.id,
      adminId: admin,
      transactionNumber: freshNumber(),
      receivedOn: '2026-11-20',
    });
    expect(await context.get(PaymentRepository).find(payment.id)).toMatchObject({
      status: 'validated',
      decidedBy: admin,
      decidedAt: context.clock.now(),
    });
  });
});
