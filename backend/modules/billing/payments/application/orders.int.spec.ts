import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import type { Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { BillingModule } from '../../billing.module';
import { InvoiceRepository } from '../../invoices/persistence/invoice.repository';
import { ManageCoupons, type CouponDetails } from '../../offers/application/manage-coupons';
import { SubscriptionAccess } from '../../subscriptions/application/subscription-access';
import { SubscriptionRepository } from '../../subscriptions/persistence/subscription.repository';
import { admin, openShop, paid, payingMember, validate } from '../../testing/shop';
import { CancelPayment } from './cancel-payment';
import { DeclarePayment, type DeclarePaymentCommand } from './declare-payment';
import { PreviewPayment } from './preview-payment';
import { SummariseOrder } from './summarise-order';

const today = '2026-11-20';

describe('an order', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await startTestContext({ imports: [AccountsModule, BillingModule] });
    await openShop(context);
  });
  afterAll(() => context.close());

  const order = (memberId: Uuid, wishes: Partial<DeclarePaymentCommand> = {}) =>
    context
      .get(DeclarePayment)
      .execute({ memberId, planCode: 'essentiel', method: 'bank_transfer', ...wishes });
  const coupon = (code: string, more: Partial<CouponDetails> = {}) =>
    context.get(ManageCoupons).create(admin, {
      ...{ code, kind: 'percent', value: 10, planCodes: [], maxUses: null, active: true },
      ...{ validFrom: '2026-11-01', validTo: null, ...more },
    });
  const usesOf = async (code: string) =>
    (await context.get(ManageCoupons).list()).find((one) => one.code === code)?.uses;

  describe('of a consumer', () => {
    it('starts access at once when he expressly asks for it, with the wording he ticked', async () => {
      const member = await payingMember(context);
      const { cgvVersion } = await context.get(SummariseOrder).execute(member, 'essentiel');
      const payment = await order(member, { earlyStart: true, termsVersion: cgvVersion });
      expect(payment).toMatchObject({ cgvVersion, earlyStartAsked: true, earlyStartVersion: '2026-11' });
      expect([payment.termsAcceptedAt, payment.earlyStartConsentAt]).toEqual([
        context.clock.now(),
        context.clock.now(),
      ]);
      expect((await validate(context, payment.id)).startsOn).toBe(today);
    });

    it('waits for the end of his fourteen days otherwise, and says so beforehand', async () => {
      const member = await payingMember(context);
      const wishes = { earlyStart: false };
      const { period } = await context.get(SummariseOrder).execute(member, 'essentiel', wishes);
      const payment = await order(member, wishes);
      const preview = await context.get(PreviewPayment).execute(payment.id);
      const given = await validate(context, payment.id);
      expect([period.startsOn, preview.period.startsOn, given.startsOn, given.endsOn]).toEqual([
        ...['2026-12-04', '2026-12-04', '2026-12-04', '2027-01-04'],
      ]);
      expect(await context.get(SubscriptionAccess).hasAccess(member)).toBe(false);
    });

    it('refuses terms that changed since they were read', async () => {
      await expect(order(await payingMember(context), { termsVersion: '1999-01-01' })).rejects.toMatchObject({
        code: 'billing.terms-changed',
      });
    });
  });

  it('of a company starts at once: it has no right to withdraw', async () => {
    const member = await payingMember(context, 'Awa', 'Diallo', { kind: 'company', siren: '732829320' });
    const payment = await order(member, { earlyStart: false });
    expect((await validate(context, payment.id)).startsOn).toBe(today);
  });

  describe('with a coupon', () => {
    it('pays what is left, and the invoice names the reduction', async () => {
      await coupon('bienvenue10');
      const member = await payingMember(context);
      const wishes = { couponCode: ' Bienvenue-10' };
      const summary = await context.get(SummariseOrder).execute(member, 'essentiel', wishes);
      expect([summary.totals.totalCents, summary.discounts]).toEqual([
        4_410,
        [{ label: { fr: 'Code BIENVENUE10', en: 'Code BIENVENUE10' }, amountCents: 490 }],
      ]);
      const payment = await order(member, wishes);
      expect(payment.amountCents).toBe(4_410);
      const { invoiceId } = await validate(context, payment.id);
      const invoice = await context.get(InvoiceRepository).find(invoiceId);
      expect(invoice).toMatchObject({ totalCents: 4_410 });
      const [line] = await context.dataSource.query<object[]>(
        `SELECT discount_cents, discount_reason FROM billing.invoice_line WHERE invoice_id = $1`,
        [invoiceId],
      );
      // Before tax: 4,90 € at 20 %.
      expect(line).toEqual({ discount_cents: 408, discount_reason: 'Code BIENVENUE10' });
    });

    it('has its last use once, however many order at the same time', async () => {
      await coupon('DERNIER', { maxUses: 3 });
      const members = await Promise.all(Array.from({ length: 10 }, () => payingMember(context)));
      const orders = await Promise.allSettled(
        members.map((member) => order(member, { couponCode: 'DERNIER' })),
      );
      expect(orders.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
      const refused = orders.find(({ status }) => status === 'rejected');
      expect(refused).toMatchObject({ reason: { code: 'billing.coupon-used-up' } });
      expect(await usesOf('DERNIER')).toBe(3);
    });

    it('works once a member, and is given back by an order that came to nothing', async () => {
      await coupon('UNEFOIS', { kind: 'amount', value: 1_000 });
      const member = await payingMember(context);
      const payment = await order(member, { couponCode: 'UNEFOIS' });
      const another = { planCode: 'premium', couponCode: 'UNEFOIS' };
      await expect(order(member, another)).rejects.toMatchObject({ code: 'billing.coupon-used-up' });
      await context.get(CancelPayment).execute({ paymentId: payment.id, memberId: member });
      expect(await usesOf('UNEFOIS')).toBe(0);
      expect((await order(member, another)).amountCents).toBe(11_900);
    });

    it('never makes a sale of nothing', async () => {
      await coupon('TOUT', { kind: 'amount', value: 4_900 });
      const member = await payingMember(context);
      await expect(order(member, { couponCode: 'TOUT' })).rejects.toMatchObject({
        code: 'billing.coupon-covers-all',
      });
      await expect(coupon('CENT', { value: 100 })).rejects.toMatchObject({
        code: 'billing.coupon-covers-all',
      });
      await expect(order(member, { couponCode: 'INCONNU' })).rejects.toMatchObject({
        code: 'billing.coupon-invalid',
      });
    });
  });

  describe('that replaces a running plan', () => {
    it('is only for what stands before it; a smaller plan waits for the end', async () => {
      const member = await payingMember(context);
      const { endsOn } = await paid(context, member, 'premium');
      await expect(order(member, { upgrade: true, earlyStart: true })).rejects.toMatchObject({
        code: 'billing.upgrade-not-possible',
      });
      const later = await validate(context, (await order(member, { earlyStart: true })).id);
      expect([later.startsOn, later.endsOn]).toEqual([endsOn, '2027-03-20']);
    });

    it('cannot be asked for without an early start', async () => {
      const member = await payingMember(context);
      await paid(context, member);
      await expect(
        order(member, { planCode: 'premium', upgrade: true, earlyStart: false }),
      ).rejects.toMatchObject({ code: 'billing.upgrade-not-possible' });
    });

    it('credits its unused days, down to the cent, and takes its place at validation', async () => {
      const member = await payingMember(context);
      const old = await paid(context, member);
      context.clock.set('2026-11-27T09:00:00Z');
      const wishes = { planCode: 'premium', upgrade: true, earlyStart: true };
      const summary = await context.get(SummariseOrder).execute(member, 'premium', wishes);
      // 23 of 30 days of 49,00 € are left: 37,56 €.
      expect(summary.upgrade).toMatchObject({ creditCents: 3_756 });
      expect([summary.totals.totalCents, summary.period.startsOn]).toEqual([9_144, '2026-11-27']);
      const payment = await order(member, wishes);
      context.clock.set('2026-11-28T09:00:00Z');
      const given = await validate(context, payment.id, { receivedOn: '2026-11-28' });
      expect([given.startsOn, given.endsOn]).toEqual(['2026-11-28', '2027-02-28']);
      expect(await context.get(SubscriptionRepository).find(old.subscriptionId)).toMatchObject({
        endsOn: '2026-11-28',
      });
      expect(await context.get(SubscriptionAccess).activeSubscriptionsOf(member)).toMatchObject([
        { planCode: 'premium' },
      ]);
    });
  });
});
