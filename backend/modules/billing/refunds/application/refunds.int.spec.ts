import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { BillingModule } from '../../billing.module';
import { VerifyInvoiceChain } from '../../invoices/application/verify-invoice-chain';
import { InvoiceRepository } from '../../invoices/persistence/invoice.repository';
import { PaymentRepository } from '../../payments/persistence/payment.repository';
import { SubscriptionAccess } from '../../subscriptions/application/subscription-access';
import { SubscriptionRepository } from '../../subscriptions/persistence/subscription.repository';
import { admin, declared, freshNumber, openShop, paid, payingMember, receive } from '../../testing/shop';
import { DecideRefund } from './decide-refund';
import { ReadRefunds } from './read-refunds';
import { RefundPayment, type RefundPaymentCommand } from './refund-payment';
import { RefundSettings } from './refund-settings';

const otherAdmin = newId();

describe('a refund', () => {
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

  const refund = (paymentId: Uuid, changes: Partial<RefundPaymentCommand> = {}) =>
    context.get(RefundPayment).execute({
      ...{ paymentId, adminId: admin, lines: null, reason: 'Le membre renonce' },
      ...{ method: 'bank_transfer', transactionNumber: freshNumber(), refundedOn: '2026-11-20' },
      ...changes,
    });
  const paymentOf = async ({ paymentId }: { paymentId: Uuid }) =>
    context.get(PaymentRepository).find(paymentId);
  const creditNotes = async () =>
    (await context.get(InvoiceRepository).search({ memberId: member, limit: 20 })).filter(
      ({ type }) => type === '381',
    );
  const fourEyes = async (on: boolean) => {
    const { version } = await context.get(RefundSettings).read();
    await context.get(RefundSettings).change({ fourEyes: on, version, adminId: admin });
  };
  const recorded = (name: string) =>
    context.dataSource.query<{ payload: Record<string, unknown> }[]>(
      `SELECT payload FROM platform.outbox_event WHERE name = $1 AND payload->>'memberId' = $2`,
      [name, member],
    );

  it('of everything is one step: credit note, payment, end of access, events, audit', async () => {
    const payment = await paid(context, member);
    const transactionNumber = freshNumber();
    const done = await refund(payment.paymentId, { transactionNumber });
    expect(done).toMatchObject({ state: 'done', amountCents: 4_900, accessEndsOn: '2026-11-20' });
    expect(await refund(payment.paymentId, { transactionNumber })).toMatchObject({ id: done.id });
    expect(await creditNotes()).toMatchObject([
      {
        ...{ totalCents: 4_900, paidCents: 4_900, reason: 'Le membre renonce' },
        links: [{ role: 'credits', number: payment.invoiceNumber }],
        payments: [{ transactionNumber }],
      },
    ]);
    expect((await paymentOf(payment))?.status).toBe('refunded');
    expect(await context.get(SubscriptionAccess).hasAccess(member)).toBe(false);
    expect((await recorded('billing.subscription-shortened'))[0]?.payload).toMatchObject({
      endsOn: '2026-11-20',
      anchor: { subjectId: payment.subscriptionId, version: 2, ended: true },
    });
    expect((await recorded('billing.payment-refunded'))[0]?.payload).toMatchObject({ amountCents: 4_900 });
    const audit = await context.dataSource.query<{ action: string }[]>(
      `SELECT action FROM platform.audit_entry WHERE object_id = $1 ORDER BY id`,
      [payment.paymentId],
    );
    expect(audit.map(({ action }) => action)).toEqual(['billing.validate-payment', 'billing.refund-payment']);
    await expect(refund(payment.paymentId)).rejects.toMatchObject({ code: 'billing.refund-not-possible' });
  });

  it('of a part leaves access and payment; the rest completes it, to the cent', async () => {
    const payment = await paid(context, member);
    const half = await refund(payment.paymentId, { lines: [{ position: 1, amountCents: 2_450 }] });
    expect(half).toMatchObject({ amountCents: 2_450, accessEndsOn: null });
    expect((await paymentOf(payment))?.status).toBe('validated');
    expect(await context.get(SubscriptionAccess).hasAccess(member)).toBe(true);
    const { lines } = await context.get(ReadRefunds).refundable(payment.paymentId);
    expect(lines).toEqual([{ position: 1, label: 'Essentiel, 1\u00A0mois', leftCents: 2_450 }]);
    await expect(
      refund(payment.paymentId, { lines: [{ position: 1, amountCents: 2_451 }] }),
    ).rejects.toMatchObject({ code: 'billing.credit-exceeds' });
    await refund(payment.paymentId);
    expect((await paymentOf(payment))?.status).toBe('refunded');
    const notes = await creditNotes();
    expect(notes.reduce((sum, { vatCents }) => sum + vatCents, 0)).toBe(817);
  });

  it('keeps access until the day that was chosen, and no later purchase brings the lost months back', async () => {
    const payment = await paid(context, member, 'premium');
    await refund(payment.paymentId, { accessEndsOn: '2026-12-01' });
    const [running] = await context.get(SubscriptionAccess).activeSubscriptionsOf(member);
    expect(running).toMatchObject({ endsOn: '2026-12-01' });
    const again = await paid(context, member, 'premium');
    expect(again).toMatchObject({ startsOn: '2026-12-01', endsOn: '2027-03-01' });
    expect(again.subscriptionId).not.toBe(payment.subscriptionId);
  });

  it('of a renewal takes back the months it bought, not those before', async () => {
    const first = await paid(context, member);
    const renewal = await paid(context, member);
    await refund(renewal.paymentId);
    expect(await context.get(SubscriptionRepository).find(first.subscriptionId)).toMatchObject({
      endsOn: '2026-12-20',
    });
  });

  it('may leave access as it is', async () => {
    const payment = await paid(context, member);
    await refund(payment.paymentId, { accessEndsOn: null });
    expect(await context.get(SubscriptionAccess).hasAccess(member)).toBe(true);
  });

  it('of a payment in part credits every deposit', async () => {
    const payment = await declared(context, member);
    for (const amountCents of [1_000, 500])
      await receive(context, payment.id, { amountCents, onDifference: 'partial' });
    await expect(refund(payment.id, { lines: [{ position: 1, amountCents: 1 }] })).rejects.toMatchObject({
      code: 'billing.refund-not-possible',
    });
    expect(await refund(payment.id)).toMatchObject({ state: 'done', amountCents: 1_500 });
    expect((await creditNotes()).map(({ totalCents }) => totalCents).sort()).toEqual([1_000, 500]);
    expect((await context.get(PaymentRepository).find(payment.id))?.status).toBe('refunded');
    // Nothing is open any more: the member may order again.
    await declared(context, member);
  });

  it.each([
    ['billing.received-on-invalid', { refundedOn: '2026-11-21' }],
    ['billing.received-on-invalid', { refundedOn: '2026-11-19' }],
    ['billing.access-end-invalid', { accessEndsOn: '2026-11-19' }],
    ['billing.access-end-invalid', { accessEndsOn: '2026-12-21' }],
    ['billing.transaction-number-required', { transactionNumber: ' ' }],
  ])('is refused with %s and changes nothing', async (code, changes) => {
    const payment = await paid(context, member);
    await expect(refund(payment.paymentId, changes)).rejects.toMatchObject({ code });
    expect(await creditNotes()).toEqual([]);
    expect((await context.get(ReadRefunds).refundable(payment.paymentId)).refunds).toEqual([]);
  });

  it('takes a number once per method', async () => {
    const transactionNumber = freshNumber();
    await refund((await paid(context, member)).paymentId, { transactionNumber });
    const other = await paid(context, await payingMember(context));
    await expect(refund(other.paymentId, { transactionNumber })).rejects.toMatchObject({
      code: 'billing.transaction-number-used',
    });
    expect((await paymentOf(other))?.status).toBe('validated');
  });

  it('of a payment that is still pending is not possible', async () => {
    const payment = await declared(context, member);
    await expect(refund(payment.id)).rejects.toMatchObject({ code: 'billing.refund-not-possible' });
    await expect(refund(newId())).rejects.toMatchObject({ code: 'billing.payment-not-found' });
  });

  it('raced by ten clicks is one credit note', async () => {
    const payment = await paid(context, member);
    const transactionNumber = freshNumber();
    const clicks = await Promise.all(
      Array.from({ length: 10 }, () => refund(payment.paymentId, { transactionNumber })),
    );
    expect(new Set(clicks.map(({ id }) => id)).size).toBe(1);
    expect(await creditNotes()).toHaveLength(1);
  });

  describe('under four eyes', () => {
    beforeEach(() => fourEyes(true));
    afterAll(() => fourEyes(false));

    it('is only asked for; another person carries it out, once', async () => {
      const payment = await paid(context, member);
      const asked = await refund(payment.paymentId);
      expect(asked).toMatchObject({ state: 'requested', amountCents: null });
      expect(await creditNotes()).toEqual([]);
      expect(await context.get(SubscriptionAccess).hasAccess(member)).toBe(true);
      await expect(refund(payment.paymentId)).rejects.toMatchObject({
        code: 'billing.refund-already-requested',
      });
      const decide = context.get(DecideRefund);
      await expect(decide.approve(asked.id, admin)).rejects.toMatchObject({
        code: 'billing.four-eyes',
        kind: 'conflict',
      });
      const clicks = await Promise.all(Array.from({ length: 5 }, () => decide.approve(asked.id, otherAdmin)));
      for (const click of clicks) expect(click).toMatchObject({ state: 'done', decidedBy: otherAdmin });
      expect(await creditNotes()).toHaveLength(1);
      await expect(decide.decline(asked.id, otherAdmin, 'Trop tard')).rejects.toMatchObject({
        code: 'billing.refund-already-decided',
      });
    });

    it('is declined or taken back, and may be asked for again', async () => {
      const payment = await paid(context, member);
      const asked = await refund(payment.paymentId);
      await context.get(DecideRefund).decline(asked.id, admin, 'Erreur de ma part');
      await expect(context.get(DecideRefund).approve(asked.id, otherAdmin)).rejects.toMatchObject({
        code: 'billing.refund-already-decided',
      });
      expect(await refund(payment.paymentId)).toMatchObject({ state: 'requested' });
      await expect(context.get(DecideRefund).approve(newId(), admin)).rejects.toMatchObject({
        code: 'billing.refund-not-found',
      });
    });
  });
});
