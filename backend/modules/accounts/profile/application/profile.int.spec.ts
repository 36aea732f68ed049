import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { AccountsJobsModule } from '../../accounts-jobs.module';
import { AccountsModule } from '../../accounts.module';
import type { ProfileChanges } from '../domain/profile';
import {
  atOnce,
  clearPeople,
  countEvents,
  memberOf,
  newestToken,
  recordedEvents,
  registered,
} from '../../testing/people';
import { AccountsDashboardSlice } from '../../application/accounts-dashboard-slice';
import { PaymentEligibility } from './payment-eligibility';
import { UpdateProfile } from './update-profile';
import { VerifyEmail } from '../../access/application/verify-email';

describe('the profile', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await startTestContext({
      imports: [AccountsModule, AccountsJobsModule],
      worker: true,
    });
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await context.settle();
    await clearPeople(context.dataSource);
    context.clock.set('2026-11-20T09:00:00Z');
  });

  const update = (memberId: Uuid, version: number, changes: ProfileChanges) =>
    context.get(UpdateProfile).execute({ memberId, version, changes });
  const eligibilityChanges = async (): Promise<unknown[]> =>
    (await recordedEvents(context.dataSource))
      .filter((event) => event.name === 'accounts.payment-eligibility-changed')
      .map((event) => event.payload);
  const dashboard = (memberId: Uuid) => context.get(AccountsDashboardSlice).read(memberId);

  it('keeps every field, hands the member back, and tells the version', async () => {
    const { id } = await registered(context);
    const changes: ProfileChanges = {
      firstName: 'Zoé',
      phone: '+33612345678',
      telegramUsername: 'zoe_trade',
      discordUsername: 'Zoe.Trade',
      whatsappNumber: '+33612345678',
      country: 'SN',
      city: 'Dakar',
      bio: `<script>alert('é œ € 🎓')</script>'; DROP TABLE accounts.member; --`,
      tradingExperience: 'beginner',
      riskTolerance: 'low',
      preferredAssets: ['forex', 'crypto'],
      gender: 'undisclosed',
      ageRange: '25-34',
      timezone: 'Africa/Dakar',
      locale: 'en',
    };
    const answered = await update(id, 1, changes);
    const stored = await memberOf(context.dataSource, 'awa@example.fr');
    // Both flags are brought up to date by the event, which the worker may have taken already.
    const flag: unknown = expect.any(Boolean);
    expect(stored).toEqual({ ...answered, canMakePayment: flag, hasCompleteProfile: flag });
    expect(stored).toMatchObject({
      ...changes,
      telegramUsername: '@zoe_trade',
      discordUsername: 'zoe.trade',
      lastName: 'Diallo',
      version: 2,
    });
    expect(await recordedEvents(context.dataSource)).toContainEqual({
      name: 'accounts.profile-updated',
      payload: { memberId: id, version: 2 },
    });
    expect((await update(id, 2, { city: null, preferredAssets: [] })).city).toBeNull();
  });

  it('is saved by one of ten who look at the same version', async () => {
    const { id } = await registered(context);
    const savers = Array.from({ length: 10 }, (_, index) => () => update(id, 1, { city: `Ville ${index}` }));
    const saves = await atOnce(context.dataSource, 'accounts.member', savers);
    const refused = saves.filter((save) => save.status === 'rejected');
    expect(refused).toHaveLength(9);
    for (const save of refused) {
      expect(save.reason).toBeInstanceOf(DomainError);
      expect((save.reason as DomainError).code).toBe('request.conflict');
    }
    expect((await memberOf(context.dataSource, 'awa@example.fr')).version).toBe(2);
    expect(await countEvents(context.dataSource, 'accounts.profile-updated')).toBe(1);
  });

  it('gives the right to pay at once to who asks, and announces it once by event', async () => {
    const { id } = await registered(context, {}, false);
    const eligibility = context.get(PaymentEligibility);
    expect(await eligibility.of(id)).toMatchObject({
      canMakePayment: false,
      missingFields: ['email_verified', 'telegram_or_discord'],
      recommendedFields: ['whatsapp_number'],
    });
    await context.get(VerifyEmail).execute(await newestToken(context, id));
    await update(id, 1, { telegramUsername: '@awa_diallo' });
    expect(await eligibility.of(id)).toMatchObject({ canMakePayment: true, hasCompleteProfile: true });
    expect((await memberOf(context.dataSource, 'awa@example.fr')).canMakePayment).toBe(false);
    await context.settle();
    expect(await memberOf(context.dataSource, 'awa@example.fr')).toMatchObject({
      canMakePayment: true,
      hasCompleteProfile: true,
      version: 2,
    });
    expect(await eligibilityChanges()).toEqual([{ memberId: id, canMakePayment: true }]);
  });

  it('takes the right back when the only contact is cleared', async () => {
    const { id } = await registered(context);
    await update(id, 1, { discordUsername: 'awa' });
    await context.settle();
    await update(id, 2, { discordUsername: null });
    await update(id, 3, { bio: 'Bonjour' });
    await context.settle();
    await update(id, 4, { telegramUsername: '@awa_diallo' });
    await context.settle();
    expect(await eligibilityChanges()).toEqual(
      [true, false, true].map((canMakePayment) => ({ memberId: id, canMakePayment })),
    );
    const kinds = (await dashboard(id)).recent_activity?.map((entry) => entry.kind);
    expect(kinds?.filter((kind) => kind === 'profile_completed')).toHaveLength(1);
  });

  it('shows the newest ten steps, one an event, from accounts and billing', async () => {
    const { id } = await registered(context);
    context.clock.advance({ hours: 1 });
    const paymentId = newId();
    const invoiceId = newId();
    await context.get(UnitOfWork).run((tx) => {
      tx.record('billing.payment-declared', { paymentId, memberId: id, planId: newId(), amountCents: 4_900 });
      tx.record('billing.payment-rejected', { paymentId, memberId: newId() });
      return Promise.resolve();
    });
    context.clock.advance({ hours: 1 });
    await context.get(UnitOfWork).run((tx) => {
      const number = 'CT-20261120-0001';
      tx.record('billing.invoice-issued', { invoiceId, memberId: id, paymentId, number, totalCents: 4_900 });
      return Promise.resolve();
    });
    await context.settle();
    const { recent_activity, welcome, quick_actions } = await dashboard(id);
    expect(recent_activity?.slice(0, 2)).toEqual([
      {
        kind: 'invoice_issued',
        at: '2026-11-20T11:00:00.000Z',
        subject: 'CT-20261120-0001',
        url: '/user/invoices',
      },
      { kind: 'payment_declared', at: '2026-11-20T10:00:00.000Z', subject: null, url: '/user/payments' },
    ]);
    expect(
      recent_activity
        ?.slice(2)
        .map((entry) => entry.kind)
        .sort(),
    ).toEqual(['email_verified', 'registered']);
    expect(welcome).toEqual({ first_name: 'Awa' });
    expect(quick_actions).toEqual([{ code: 'complete_profile', url: '/user/profile' }]);
    await update(id, 1, { telegramUsername: '@awa_diallo' });
    expect((await dashboard(id)).quick_actions).toEqual([]);
  });

  it('has no right to pay for nobody', async () => {
    await expect(context.get(PaymentEligibility).of(newId())).rejects.toThrow('accounts.member-not-found');
  });
});
