import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountsModule, DemoPeople } from '@calmness/accounts';
import { UnitOfWork } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { BillingModule } from '../../billing.module';
import { UpdatePlan } from '../../offers/application/update-plan';
import { PlanRepository } from '../../offers/persistence/plan.repository';
import { UpdatePaymentMethod } from '../../offers/application/update-payment-method';
import { PaymentMethodRepository } from '../../offers/persistence/payment-method.repository';
import { admin, declared, openShop, paid, payingMember, validate } from '../../testing/shop';
import { PaymentRepository } from '../persistence/payment.repository';
import { CancelPayment } from './cancel-payment';
import { CancelUndecidedPayments } from './cancel-undecided-payments';
import { DeclarePayment } from './declare-payment';
import { GivePayInstructions } from './give-pay-instructions';
import { ReadPayments } from './read-payments';
import { RejectPayment } from './reject-payment';
import { SummariseOrder } from './summarise-order';

describe('payments', () => {
  let context: TestContext;
  let member: Uuid;
  beforeAll(async () => {
    context = await startTestContext({ imports: [AccountsModule, BillingModule] });
    context.clock.set('2026-10-01T09:00:00Z');
    await openShop(context);
    context.clock.set('2026-11-20T09:00:00Z');
  });
  afterAll(() => context.close());

  const events = (name: string, paymentId: Uuid) =>
    context.dataSource.query<{ payload: Record<string, unknown> }[]>(
      `SELECT payload FROM platform.outbox_event WHERE name = $1 AND payload->>'paymentId' = $2`,
      [name, paymentId],
    );
  const find = (id: Uuid) => context.get(PaymentRepository).find(id);

  describe('declared', () => {
    it('copy what was shown and tell the staff, once', async () => {
      member = await payingMember(context);
      const payment = await declared(context, member);
      expect(payment).toMatchObject({
        status: 'pending',
        amountCents: 4_900,
        vatRateBp: 2_000,
        cgvVersion: '1',
        planName: { fr: 'Essentiel', en: 'Essential' },
      });
      expect(payment.reference).toMatch(/^CAL-/);
      expect(await find(payment.id)).toEqual(payment);
      expect(await events('billing.payment-declared', payment.id)).toHaveLength(1);
    });

    it('keep their price when the plan changes, and a stale editor is told', async () => {
      member = await payingMember(context);
      const payment = await declared(context, member, 'premium');
      const plan = await context.get(PlanRepository).findByCode('premium');
      if (!plan) throw new Error('no plan');
      const command = { actorId: admin, planId: plan.id, version: plan.version };
      const changed = await context.get(UpdatePlan).execute({ ...command, changes: { priceCents: 19_900 } });
      expect((await find(payment.id))?.amountCents).toBe(12_900);
      await expect(
        context.get(UpdatePlan).execute({ ...command, changes: { priceCents: 1 } }),
      ).rejects.toMatchObject({ code: 'billing.version-conflict', kind: 'conflict' });
      const back = { ...command, version: changed.version, changes: { priceCents: 12_900 } };
      await context.get(UpdatePlan).execute(back);
    });

    it('are one for a plan at a time, even when ten clicks come at once', async () => {
      member = await payingMember(context);
      const clicks = await Promise.allSettled(Array.from({ length: 10 }, () => declared(context, member)));
      const [won] = clicks.flatMap((click) => (click.status === 'fulfilled' ? [click.value] : []));
      const refused = clicks.flatMap((click) =>
        click.status === 'rejected' ? [click.reason as object] : [],
      );
      expect(refused).toHaveLength(9);
      for (const reason of refused)
        expect(reason).toMatchObject({
          code: 'billing.payment-already-pending',
          params: { payment_id: won?.id },
        });
      await declared(context, member, 'premium');
    });

    it('are the same for the same key, and only for the same member', async () => {
      member = await payingMember(context);
      const command = {
        memberId: member,
        planCode: 'essentiel',
        method: 'paypal',
        idempotencyKey: 'k1',
      } as const;
      const clicks = await Promise.all(
        Array.from({ length: 10 }, () => context.get(DeclarePayment).execute(command)),
      );
      expect(new Set(clicks.map((payment) => payment.id)).size).toBe(1);
      const other = await context
        .get(DeclarePayment)
        .execute({ ...command, memberId: await payingMember(context) });
      expect(other.id).not.toBe(clicks[0]?.id);
    });

    it('are refused to an incomplete profile, naming the fields', async () => {
      const person = { email: `${newId()}@example.fr`, firstName: 'Awa', lastName: 'Diallo', roles: [] };
      const incomplete = await context.get(DemoPeople).register({ ...person, roles: ['member'] });
      await context.dataSource.query(
        `UPDATE accounts.member SET telegram_username = NULL, discord_username = NULL WHERE id = $1`,
        [incomplete],
      );
      await expect(declared(context, incomplete)).rejects.toMatchObject({
        code: 'billing.profile-incomplete',
        kind: 'conflict',
        params: { missing_fields: ['telegram_or_discord'] },
      });
    });

    it.each([
      ['billing.plan-not-found', { planCode: 'gratuit' }],
      ['billing.transaction-number-malformed', { transactionNumber: '12' }],
    ])('are refused with %s', async (code, changes) => {
      member = await payingMember(context);
      const command = { memberId: member, planCode: 'essentiel', method: 'paypal' as const, ...changes };
      await expect(context.get(DeclarePayment).execute(command)).rejects.toMatchObject({ code });
    });

    it('are refused by a method that is switched off', async () => {
      const method = await context.get(PaymentMethodRepository).find('crypto');
      const change = (active: boolean, version: number) =>
        context
          .get(UpdatePaymentMethod)
          .execute({ actorId: admin, code: 'crypto', version, changes: { active } });
      const off = await change(false, method?.version ?? 0);
      await expect(
        declared(context, await payingMember(context), 'essentiel', 'crypto'),
      ).rejects.toMatchObject({ code: 'billing.payment-method-inactive' });
      await change(true, off.version);
    });
  });

  describe('awaited', () => {
    it('show a QR code for a transfer, and only while it is awaited', async () => {
      member = await payingMember(context);
      const payment = await declared(context, member);
      const { epc } = await context.get(GivePayInstructions).execute(payment);
      expect(epc?.payload).toBe(
        `BCD\n002\n1\nSCT\nDEMOFRPPXXX\nCalmness Démo SAS\nFR7699999000010000000004286\nEUR49.00\n\n\n${payment.reference}`,
      );
      expect(epc?.svg).toContain('<svg');
      const cancelled = await context.get(CancelPayment).execute({ paymentId: payment.id, memberId: member });
      expect((await context.get(GivePayInstructions).execute(cancelled)).epc).toBeNull();
      const other = await declared(context, member, 'premium', 'paypal');
      expect((await context.get(GivePayInstructions).execute(other)).epc).toBeNull();
    });

    it('are summed up with their stats, in Paris months', async () => {
      member = await payingMember(context);
      context.clock.set('2026-10-31T22:59:00Z');
      await paidOn(member, '2026-10-31');
      context.clock.set('2026-10-31T23:01:00Z');
      await paidOn(member, '2026-11-01');
      context.clock.set('2026-11-20T09:00:00Z');
      await declared(context, member, 'premium');
      expect(await context.get(ReadPayments).figures(member)).toEqual({
        total_spent: 9_800,
        this_month: 4_900,
        completed: 2,
        pending: 1,
      });
    });

    it('are read by their member alone', async () => {
      const payment = await declared(context, await payingMember(context));
      const stranger = await payingMember(context);
      const denied = { code: 'billing.payment-not-found', kind: 'not-found' };
      await expect(context.get(ReadPayments).ofMember(payment.id, stranger)).rejects.toMatchObject(denied);
      await expect(
        context.get(CancelPayment).execute({ paymentId: payment.id, memberId: stranger }),
      ).rejects.toMatchObject(denied);
      expect((await find(payment.id))?.status).toBe('pending');
    });
  });

  const paidOn = async (memberId: Uuid, receivedOn: string): Promise<void> => {
    const payment = await declared(context, memberId);
    await validate(context, payment.id, { receivedOn });
  };

  describe('decided otherwise', () => {
    it('are withdrawn by the member, who may then declare again', async () => {
      member = await payingMember(context);
      const payment = await declared(context, member);
      const withdraw = () => context.get(CancelPayment).execute({ paymentId: payment.id, memberId: member });
      expect((await withdraw()).status).toBe('cancelled');
      expect((await withdraw()).status).toBe('cancelled');
      expect(await events('billing.payment-cancelled', payment.id)).toHaveLength(1);
      await declared(context, member);
    });

    it('are rejected with a reason, audited, and not without', async () => {
      const payment = await declared(context, await payingMember(context));
      const reject = (reason: string) =>
        context.get(RejectPayment).execute({ paymentId: payment.id, adminId: admin, reason });
      await expect(reject('  ')).rejects.toMatchObject({ code: 'billing.reject-reason-required' });
      expect((await find(payment.id))?.status).toBe('pending');
      expect(await reject(' Montant inexact ')).toMatchObject({
        status: 'rejected',
        rejectReason: 'Montant inexact',
      });
      await reject('Montant inexact');
      await expect(reject('Autre motif')).rejects.toMatchObject({ code: 'billing.payment-not-pending' });
      expect(await events('billing.payment-rejected', payment.id)).toHaveLength(1);
      const audit = await context.dataSource.query<object[]>(
        `SELECT action, after FROM platform.audit_entry WHERE object_id = $1`,
        [payment.id],
      );
      expect(audit).toEqual([
        { action: 'billing.reject-payment', after: { status: 'rejected', reason: 'Montant inexact' } },
      ]);
    });

    it('end by themselves after seven days, never while somebody decides', async () => {
      const old = await declared(context, await payingMember(context));
      const held = await declared(context, await payingMember(context));
      context.clock.advance({ hours: 1 });
      const young = await declared(context, await payingMember(context));
      context.clock.advance({ hours: 24 * 7 - 1 });
      await context.get(UnitOfWork).run(async (tx) => {
        await context.get(PaymentRepository).lock(tx, held.id);
        await cancelElsewhere();
      });
      const statuses = await Promise.all([old, held, young].map(async ({ id }) => (await find(id))?.status));
      expect(statuses).toEqual(['cancelled', 'pending', 'pending']);
      expect(await events('billing.payment-cancelled', old.id)).toHaveLength(1);
      await context.get(CancelUndecidedPayments).execute();
      expect((await find(held.id))?.status).toBe('cancelled');
      context.clock.set('2026-11-20T09:00:00Z');
    });
  });

  /** Another worker's tick: outside the transaction that is open here. */
  const cancelElsewhere = async (): Promise<void> => {
    const other = await startTestContext({
      imports: [AccountsModule, BillingModule],
      databaseUrl: context.databaseUrl,
      clock: context.clock,
    });
    await other.get(CancelUndecidedPayments).execute();
    await other.close();
  };

  it('are summed up before the order: seller, tax, period and terms', async () => {
    member = await payingMember(context);
    await paid(context, member);
    const summary = await context.get(SummariseOrder).execute(member, 'essentiel');
    expect(summary).toMatchObject({
      issuer: { siren: '732829320' },
      totals: { netCents: 4_083, vatCents: 817, totalCents: 4_900 },
      buyer: { kind: 'person', name: 'Jean Dupont', country: 'FR' },
      period: { startsOn: '2026-12-20', endsOn: '2027-01-20', extendsCurrent: true },
      cgvVersion: '1',
    });
  });
});
