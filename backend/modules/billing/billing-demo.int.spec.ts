import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountsModule, AccountsReferenceData, DemoPeople } from '@calmness/accounts';
import { locales } from '@calmness/contracts';
import { Clock, SystemClock, tellingThePast } from '@calmness/platform/clock';
import type { Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { BillingDashboardSlice } from './application/billing-dashboard-slice';
import { BillingDemoData } from './application/billing-demo-data';
import { BillingReferenceData } from './application/billing-reference-data';
import { BillingModule } from './billing.module';
import { InvoiceSubject } from './invoices/application/invoice-subject';
import { VerifyInvoiceChain } from './invoices/application/verify-invoice-chain';
import { InvoiceRepository } from './invoices/persistence/invoice.repository';
import { PaymentSubject } from './payments/application/payment-subject';
import { PaymentsToValidate } from './payments/application/payments-to-validate';
import { PaymentRepository } from './payments/persistence/payment.repository';
import { SubscriptionAccess } from './subscriptions/application/subscription-access';
import { SubscriptionSubject } from './subscriptions/application/subscription-subject';
import { declared, paid, payingMember } from './testing/shop';

const people = [
  ['test@calmnessfi.com', 'Jean', 'Dupont', 'member'],
  ['coach@calmnessfi.com', 'Awa', 'Diallo', 'instructor'],
  ['admin@calmnessfi.com', 'Sophie', 'Laurent', 'admin'],
] as const;

describe('the demonstration', () => {
  let context: TestContext;
  const cast = new Map<string, Uuid>();
  beforeAll(async () => {
    // Real time: the past is told before it, and no test clock may hide a wrong date.
    context = await startTestContext({
      imports: [AccountsModule, BillingModule],
      replace: [{ token: Clock, value: new SystemClock() }],
    });
    await context.get(AccountsReferenceData).install();
    await context.get(BillingReferenceData).install();
    const opening = new Date(context.get(Clock).now().getTime() - 190 * 86_400_000);
    for (const [email, firstName, lastName, role] of people) {
      const register = () =>
        context.get(DemoPeople).register({ email, firstName, lastName, roles: ['member', role] });
      cast.set(email, await tellingThePast(opening, register));
    }
  });
  afterAll(() => context.close());
  const member = (email: string): Uuid => cast.get(email) ?? ('' as Uuid);

  it('is planted once, as a whole chain of invoices told in order', async () => {
    expect(await context.get(BillingDemoData).plant(cast)).toBe(true);
    expect(await context.get(BillingDemoData).plant(cast)).toBe(false);
    const invoices = await context.get(InvoiceRepository).search({ limit: 50 });
    expect(invoices).toHaveLength(5);
    expect(invoices.every((invoice) => invoice.isDemo)).toBe(true);
    const dates = invoices.map((invoice) => invoice.issueDate);
    expect(dates).toEqual([...dates].sort().reverse());
    expect(dates.at(-1) ?? '').toBe(dateAgo(186));
    expect(await context.get(VerifyInvoiceChain).execute()).toMatchObject({ valid: true, checked: 5 });
  });

  it('leaves Jean with access, a rejected payment and one that waits', async () => {
    const jean = member('test@calmnessfi.com');
    const active = await context.get(SubscriptionAccess).activeSubscriptionsOf(jean);
    expect(active).toHaveLength(1);
    expect(active[0]?.planCode).toBe('premium');
    expect(active[0]?.daysLeft).toBeGreaterThan(14);
    const payments = await context.get(PaymentRepository).search({ memberId: jean, limit: 50 });
    expect(payments.map((payment) => payment.status)).toEqual([
      'pending',
      'validated',
      'validated',
      'rejected',
      'validated',
      'validated',
    ]);
    expect(await context.get(PaymentsToValidate).read()).toMatchObject({
      kind: 'payments_to_validate',
      count: 1,
    });
  });

  it('shows on the first page of Jean, and of somebody new', async () => {
    const slice = context.get(BillingDashboardSlice);
    const jean = await slice.read(member('test@calmnessfi.com'));
    expect(jean.widgets).toMatchObject({ subscriptions_active: 1, payments_total_cents: 35_600 });
    expect(jean.next_payment).toMatchObject({ amount_cents: 12_900, url: '/user/payments/new?plan=premium' });
    expect(jean.quick_actions?.map((action) => action.code)).toEqual(['see_pending_payment']);
    const stranger = await slice.read(await payingMember(context));
    expect(stranger).toEqual({
      widgets: {
        subscriptions_active: 0,
        subscriptions_days_left: 0,
        payments_total_cents: 0,
        payments_this_month_cents: 0,
      },
      next_payment: null,
      quick_actions: [{ code: 'choose_plan', url: '/user/payments/new' }],
    });
  });

  it('is not told behind the back of somebody who works already', async () => {
    const other = await startTestContext({
      imports: [AccountsModule, BillingModule],
      replace: [{ token: Clock, value: new SystemClock() }],
    });
    await other.get(AccountsReferenceData).install();
    await other.get(BillingReferenceData).install();
    const late = new Map<string, Uuid>();
    for (const [email, firstName, lastName, role] of people)
      late.set(
        email,
        await other.get(DemoPeople).register({ email, firstName, lastName, roles: ['member', role] }),
      );
    await other.get(BillingDemoData).plant(late);
    // A restart of the same demonstration without its story, but with an invoice of today.
    await other.dataSource.query(`UPDATE billing.payment SET idempotency_key = NULL`);
    expect(await other.get(BillingDemoData).plant(late)).toBe(false);
    await other.close();
  });

  const dateAgo = (days: number): string => {
    const instant = new Date(context.get(Clock).now().getTime() - days * 86_400_000);
    return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(instant);
  };
});

describe('what notifications are told', () => {
  let context: TestContext;
  let jean: Uuid;
  beforeAll(async () => {
    context = await startTestContext({ imports: [AccountsModule, BillingModule] });
    const { openShop } = await import('./testing/shop');
    await openShop(context);
    jean = await payingMember(context);
  });
  afterAll(() => context.close());
  const someone = (role: 'member' | 'manager') =>
    context.get(DemoPeople).register({
      email: `${role}${Math.trunc(performance.now())}@example.fr`,
      firstName: 'Claire',
      lastName: 'Moreau',
      roles: ['member', role],
    });

  it('of a payment: his own to the member, the queue to the staff, nothing to others', async () => {
    const payment = await declared(context, jean);
    const describe = async (who: Uuid, locale: 'fr' | 'en') =>
      context.get(PaymentSubject).describe(payment.id, who, locale);
    expect(await describe(jean, 'fr')).toMatchObject({
      title: 'Essentiel',
      url: `/user/payments/${payment.id}`,
      stillTrue: true,
      facts: {
        amount: '49,00\u00A0€',
        reference: payment.reference,
        plan: 'Essentiel',
        method: 'Virement bancaire',
        expiresOn: '27 novembre 2026',
        memberName: 'Jean Dupont',
        lastDay: '',
      },
    });
    const manager = await someone('manager');
    expect(await describe(manager, 'en')).toMatchObject({
      title: 'Essential',
      stillTrue: true,
      facts: { amount: '€49.00', method: 'Bank transfer', expiresOn: '27 November 2026' },
    });
    expect(await describe(await someone('member'), 'fr')).toBeNull();
    const { validate } = await import('./testing/shop');
    await validate(context, payment.id);
    expect(await describe(manager, 'fr')).toMatchObject({ stillTrue: false });
    expect((await describe(jean, 'fr'))?.facts['lastDay']).toBe('19 décembre 2026');
  });

  it.each(locales)('of an invoice and a subscription, in %s', async (locale) => {
    const member = await payingMember(context);
    const { invoiceId, subscriptionId, invoiceNumber } = await paid(context, member);
    expect(await context.get(InvoiceSubject).describe(invoiceId, member, locale)).toMatchObject({
      title: invoiceNumber,
      fileId: undefined,
      facts: { number: invoiceNumber, total: locale === 'fr' ? '49,00\u00A0€' : '€49.00' },
      stillTrue: true,
    });
    expect(await context.get(InvoiceSubject).describe(invoiceId, jean, locale)).toBeNull();
    const told = () => context.get(SubscriptionSubject).describe(subscriptionId, member, locale);
    expect(await told()).toMatchObject({
      stillTrue: true,
      facts: { lastDay: locale === 'fr' ? '19 décembre 2026' : '19 December 2026', daysLeft: '30' },
    });
    expect(await context.get(SubscriptionSubject).describe(subscriptionId, jean, locale)).toBeNull();
    await paid(context, member, 'premium');
    expect(await told()).toMatchObject({ stillTrue: false });
  });
});
