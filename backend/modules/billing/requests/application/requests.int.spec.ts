import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountsModule, ContactBook } from '@calmness/accounts';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { BillingModule } from '../../billing.module';
import { DeclarePayment } from '../../payments/application/declare-payment';
import { SubscriptionRepository } from '../../subscriptions/persistence/subscription.repository';
import { admin, openShop, paid, payingMember, validate } from '../../testing/shop';
import { ContractRequestRepository } from '../persistence/contract-request.repository';
import { ConfirmCancellation } from './confirm-cancellation';
import { ContractRequestSubject } from './contract-request-subject';
import { HandleRequest } from './handle-request';
import { ReadRequests } from './read-requests';
import { RequestsToHandle } from './requests-to-handle';
import { SubmitRequest } from './submit-request';

describe('asking to leave without an account', () => {
  let context: TestContext;
  let networks = 0;
  beforeAll(async () => {
    context = await startTestContext({ imports: [AccountsModule, BillingModule] });
    await openShop(context);
  });
  afterAll(() => context.close());

  const emailOf = async (member: Uuid) => (await context.get(ContactBook).contactOf(member))?.email ?? '';
  const submit = (
    email: string,
    more: { kind?: 'cancellation' | 'withdrawal'; reference?: string; address?: string } = {},
  ) =>
    context.get(SubmitRequest).execute({
      kind: more.kind ?? 'cancellation',
      asker: { name: 'Jean Dupont', email, contractReference: more.reference ?? '', comment: 'Merci' },
      locale: 'fr',
      address: more.address ?? `203.0.113.${(networks += 1)}`,
      reason: 'too_expensive',
    });
  const told = (id: Uuid) => context.get(ContractRequestSubject).describe(id, id, 'fr');
  const tokenIn = async (id: Uuid) => (await told(id))?.secretLink?.split('token=')[1] ?? '';
  const stored = (id: Uuid) => context.get(ContractRequestRepository).find(id);

  it('is acknowledged to a stranger like to a member, and unreadable at rest', async () => {
    const request = await submit('nobody@example.fr');
    expect(request).toMatchObject({
      memberId: null,
      subscriptionId: null,
      linkHash: null,
      status: 'received',
    });
    expect(request.reference).toMatch(/^RES-[2-9A-HJKMNP-Z]{6}$/);
    expect(request.sealed).not.toContain('nobody');
    const description = await told(request.id);
    expect(description).toMatchObject({
      ...{ mailTo: 'nobody@example.fr', locale: 'fr', stillTrue: true },
      facts: { name: 'Jean Dupont', receivedAt: expect.stringContaining('10:00') as string },
    });
    expect(description?.secretLink).toBeUndefined();
    expect(await context.get(ContractRequestSubject).describe(request.id, newId(), 'fr')).toBeNull();
    const [event] = await context.dataSource.query<{ payload: object }[]>(
      `SELECT payload FROM platform.outbox_event WHERE payload->>'requestId' = $1`,
      [request.id],
    );
    expect(event?.payload).toEqual({ requestId: request.id, kind: 'cancellation', confirmable: false });
  });

  it('cancels by the link of the mailbox alone, and once', async () => {
    const member = await payingMember(context);
    const { subscriptionId } = await paid(context, member);
    const request = await submit((await emailOf(member)).toUpperCase());
    expect(request).toMatchObject({ memberId: member, subscriptionId });
    const cancelledAt = async () =>
      (await context.get(SubscriptionRepository).find(subscriptionId))?.cancelledAt;
    expect(await cancelledAt()).toBeNull();
    const token = await tokenIn(request.id);
    const invalid = { code: 'billing.request-link-invalid' };
    const forged = `${request.id}.${'A'.repeat(43)}`;
    await expect(context.get(ConfirmCancellation).execute(forged)).rejects.toMatchObject(invalid);
    await expect(context.get(ConfirmCancellation).execute('nonsense')).rejects.toMatchObject(invalid);
    const clicks = await Promise.allSettled(
      Array.from({ length: 5 }, () => context.get(ConfirmCancellation).execute(token)),
    );
    expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await cancelledAt()).toBeInstanceOf(Date);
    expect(await stored(request.id)).toMatchObject({ status: 'done', handledBy: null });
  });

  it('forgets the link after a week, and leaves it to the staff', async () => {
    const member = await payingMember(context);
    const { subscriptionId } = await paid(context, member);
    const request = await submit(await emailOf(member));
    const token = await tokenIn(request.id);
    context.clock.set('2026-11-28T09:00:00Z');
    expect(await tokenIn(request.id)).toBe('');
    await expect(context.get(ConfirmCancellation).execute(token)).rejects.toMatchObject({
      code: 'billing.request-link-invalid',
    });
    const waiting = await context.get(RequestsToHandle).read();
    expect([waiting.kind, waiting.count]).toEqual(['contract_requests', 2]);
    const answer = { requestId: request.id, staffId: admin, outcome: 'done', note: 'C’est fait.' } as const;
    await context.get(HandleRequest).execute(answer);
    await expect(context.get(HandleRequest).execute(answer)).rejects.toMatchObject({
      code: 'billing.request-decided',
    });
    expect((await context.get(SubscriptionRepository).find(subscriptionId))?.cancelReason).toBe(
      'too_expensive',
    );
    const [read] = await context.get(ReadRequests).list({ status: 'done', limit: 1 });
    expect(read).toMatchObject({ note: 'C’est fait.', asker: { comment: 'Merci' }, handledBy: admin });
    context.clock.set('2026-11-20T09:00:00Z');
  });

  it('is slowed down, network by network and address by address', async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => submit('again@example.fr', { address: '198.51.100.1' })),
    );
    const refused = tries.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]).toMatchObject({ reason: { code: 'accounts.too-many-attempts' } });
  });

  it('withdraws with what is due to the day, in time or not', async () => {
    const member = await payingMember(context);
    const email = await emailOf(member);
    const order = { memberId: member, planCode: 'essentiel', method: 'bank_transfer' } as const;
    const payment = await context.get(DeclarePayment).execute({ ...order, earlyStart: true });
    await validate(context, payment.id);
    context.clock.set('2026-11-25T09:00:00Z');
    const ask = (reference: string) => submit(email, { kind: 'withdrawal', reference });
    expect(await ask(payment.reference.toLowerCase())).toMatchObject({
      ...{ paymentId: payment.id, inTime: true, refundCents: 4_084, deadlineOn: '2026-12-09' },
    });
    expect(await ask('CAL-222222')).toMatchObject({ paymentId: null, inTime: null, refundCents: null });
    context.clock.set('2026-12-05T09:00:00Z');
    expect(await ask(payment.reference)).toMatchObject({ inTime: false, refundCents: 0 });
    context.clock.set('2026-11-20T09:00:00Z');
    // Another member's order is nobody's here.
    const other = await payingMember(context);
    expect(
      await submit(await emailOf(other), { kind: 'withdrawal', reference: payment.reference }),
    ).toMatchObject({ paymentId: null });
  });
});
