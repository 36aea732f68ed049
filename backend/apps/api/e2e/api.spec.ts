import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  AdminPaymentList,
  DashboardView,
  InvoiceList,
  PaymentDetail,
  PaymentList,
  PlanList,
  ProfileView,
  RehearsalView,
  SubscriptionList,
  ValidatePaymentResponse,
} from '@calmness/contracts';
import { Academy } from '@calmness/academy';
import { Caller } from './caller';
import { fillPath, publicRoutes, routesOf } from './routes';

describe('the API', () => {
  let academy: Academy;
  let nobody: Caller;
  let jean: Caller;
  let coach: Caller;
  let admin: Caller;

  beforeAll(async () => {
    academy = await Academy.open();
    nobody = Caller.nobody(academy);
    [jean, coach, admin] = (await Promise.all(
      ['test@calmnessfi.com', 'coach@calmnessfi.com', 'admin@calmnessfi.com'].map((email) =>
        Caller.as(academy, email),
      ),
    )) as [Caller, Caller, Caller];
  });
  afterAll(() => academy.stop());

  const routes = () => routesOf(nobody);

  it('describes every route with an answer, and docs/openapi.json is that description', async () => {
    const file = fileURLToPath(new URL('../../../../docs/openapi.json', import.meta.url));
    const { body } = await nobody.get('/openapi.json');
    const printed = `${JSON.stringify(body, null, 2)}\n`;
    if (process.env['CALMNESS_PRINT_DOCS']) writeFileSync(file, printed);
    expect(readFileSync(file, 'utf8')).toBe(printed);
    for (const { name, operation } of await routes()) {
      const good = Object.entries(operation.responses ?? {}).filter(([status]) => /^[23]/.test(status));
      expect(good.length, name).toBeGreaterThan(0);
      for (const [status, response] of good) {
        expect(response.content ?? (status === '204' || status === '302'), `${name} ${status}`).toBeTruthy();
      }
    }
  });

  it('needs a member everywhere but on the allow-list', async () => {
    const open: string[] = [];
    for (const { name, method, path } of await routes()) {
      const { status } = await nobody.send(method, fillPath(path), method === 'GET' ? undefined : '{}');
      if (status !== 401 || publicRoutes.includes(name)) open.push(name);
    }
    expect(open.sort()).toEqual(publicRoutes);
  });

  it('keeps every staff route from a member', async () => {
    for (const { name, method, path } of await routes()) {
      if (!path.startsWith('/api/admin')) continue;
      const { status } = await jean.send(method, fillPath(path), method === 'GET' ? undefined : '{}');
      expect(status, name).toBe(403);
    }
  });

  it('answers the member’s pages from the demonstration', async () => {
    const dashboard = (await jean.get<DashboardView>('/auth/user/dashboard/')).body;
    expect(dashboard.welcome).toEqual({ first_name: 'Jean' });
    expect(dashboard.widgets.subscriptions_active).toBeGreaterThan(0);
    expect(dashboard.widgets).not.toHaveProperty('formations_active');
    const payments = (await jean.get<PaymentList>('/auth/user/payments/')).body;
    expect(payments.stats.completed).toBeGreaterThan(0);
    expect(
      (await jean.get<SubscriptionList>('/auth/user/subscriptions/')).body.subscriptions.length,
    ).toBeGreaterThan(0);
    expect((await jean.get<InvoiceList>('/auth/user/invoices/')).body.invoices[0]?.number).toMatch(
      /^CT-\d{8}-\d{4}$/,
    );
    expect((await jean.get<ProfileView>('/auth/user/profile/')).body.telegram_username).toBe('@jeandupont');
  });

  it('rehearses what the week will do, with every domain able to say', async () => {
    const { status, body } = await admin.get<RehearsalView>('/admin/rehearsal');
    expect([status, body.silent]).toEqual([200, []]);
  });

  it('stores SQL and HTML as the text they are', async () => {
    const profile = (await coach.get<ProfileView>('/auth/user/profile/')).body;
    const bio = `'); DROP TABLE accounts.member; -- <script>alert(1)</script> 🎓`;
    const saved = await coach.send<ProfileView>(
      'PATCH',
      '/auth/user/profile/',
      JSON.stringify({ bio, version: profile.version }),
    );
    expect(saved.body.bio).toBe(bio);
    expect(
      (await coach.send('PATCH', '/auth/user/profile/', JSON.stringify({ bio, version: profile.version })))
        .status,
    ).toBe(409);
  });

  it.each([
    ['wrong types', { transaction_number: 12, received_on: 'yesterday' }, 422],
    ['an unknown field', { transaction_number: 'ABC123', received_on: '2026-01-02', amount_cents: 1 }, 422],
    ['no number', { received_on: '2026-01-02' }, 422],
    ['a malformed number', { transaction_number: '!!', received_on: '2026-01-02' }, 422],
    ['a day to come', { transaction_number: 'ABC123', received_on: '2999-01-01' }, 422],
  ])('refuses a validation with %s and changes nothing', async (_what, body, status) => {
    const pending = await firstPending();
    const answer = await admin.post(`/admin/payments/${pending.id}/validate`, body);
    expect(answer.status).toBe(status);
    expect(answer.body.correlation_id).toBeTruthy();
    expect((await firstPending()).id).toBe(pending.id);
  });

  it('validates once when twenty admins click together', async () => {
    const pending = await firstPending();
    const body = { transaction_number: 'VIR-2026-000777', received_on: parisToday() };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        admin.post<ValidatePaymentResponse>(`/admin/payments/${pending.id}/validate`, body),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(new Set(answers.map((answer) => answer.body.invoice_number)).size).toBe(1);
    const other = await admin.post(`/admin/payments/${pending.id}/validate`, {
      ...body,
      transaction_number: 'OTHER1234',
    });
    expect([other.status, other.body.code]).toEqual([409, 'billing.payment-already-validated']);
  });

  it('refuses a transaction number that has served', async () => {
    const { body: plans } = await nobody.get<PlanList>('/plans');
    const declared = await coach.post<PaymentDetail>('/auth/user/payments/', {
      plan_code: plans.plans[0]?.code,
      method: 'bank_transfer',
    });
    expect(declared.status).toBe(201);
    const answer = await admin.post(`/admin/payments/${declared.body.id}/validate`, {
      transaction_number: 'vir 2026 000777',
      received_on: parisToday(),
    });
    expect([answer.status, answer.body.code]).toEqual([409, 'billing.transaction-number-used']);
    expect((await coach.get<PaymentDetail>(`/auth/user/payments/${declared.body.id}`)).body.status).toBe(
      'pending',
    );
  });

  const firstPending = async () => {
    const { body } = await admin.get<AdminPaymentList>('/admin/payments?status=pending');
    const [payment] = body.payments;
    if (!payment) throw new Error('The demonstration has a pending payment');
    return payment;
  };
});

function parisToday(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());
}
