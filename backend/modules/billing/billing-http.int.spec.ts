import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import type {
  AdminPaymentList,
  InvoiceDetail,
  InvoiceList,
  IssuerVersionList,
  IssuerView,
  OrderSummaryView,
  PaymentDetail,
  PaymentList,
  PaymentMethodList,
  PaymentPreview,
  PlanList,
  PlanView,
  Problem,
  Role,
  SubscriptionList,
  ValidatePaymentResponse,
} from '@calmness/contracts';
import { AccessTokens } from '@calmness/platform/auth';
import { Clock } from '@calmness/platform/clock';
import { createHttpApplication, HttpModule } from '@calmness/platform/http';
import { newId, type Uuid } from '@calmness/platform/ids';
import {
  createTestDatabase,
  platformImports,
  testConfig,
  TestClock,
  trustingAuth,
  type TestDatabase,
} from '@calmness/platform/testing';
import { BillingHttpModule } from './billing-http.module';
import { BillingModule } from './billing.module';
import { freshNumber, openShop, payingMember, realIssuer } from './testing/shop';
import { RecordIssuer } from './invoices/application/record-issuer';

type Answer = Awaited<ReturnType<NestFastifyApplication['inject']>>;

describe('the routes of billing', () => {
  let app: NestFastifyApplication;
  let database: TestDatabase;
  let jean: Uuid;
  let awa: Uuid;

  beforeAll(async () => {
    database = await createTestDatabase();
    const config = testConfig(database.url, 'postgresql');
    @Module({
      imports: [
        ...platformImports(config),
        HttpModule,
        trustingAuth,
        AccountsModule,
        BillingModule,
        BillingHttpModule,
      ],
    })
    class BillingApi {}
    app = await createHttpApplication(BillingApi, config);
    const clock = new TestClock();
    app.get(Clock).now = () => clock.now();
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    await openShop(services, null);
    [jean, awa] = [await payingMember(services), await payingMember(services, 'Awa', 'Diallo')];
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const services = { get: <T>(token: abstract new (...args: never[]) => T): T => app.get<T>(token) };
  const as = (memberId: Uuid, ...roles: Role[]) => ({
    authorization: `Bearer ${app.get(AccessTokens).sign({ memberId, sessionId: newId(), roles: ['member', ...roles] })}`,
  });
  const staff = (role: Role) => as(newId(), role);
  const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
    app.inject({ method: 'GET', url: `/api/${path}`, headers });
  const send = (
    method: 'POST' | 'PATCH',
    path: string,
    headers: Record<string, string>,
    payload?: object,
  ): Promise<Answer> => app.inject({ method, url: `/api/${path}`, payload, headers });
  const said = (answer: Answer) => [answer.statusCode, answer.json<Problem>().code];
  const order = (memberId: Uuid, planCode: string, headers: Record<string, string> = {}) =>
    send(
      'POST',
      'auth/user/payments/',
      { ...as(memberId), ...headers },
      { plan_code: planCode, method: 'bank_transfer' },
    );

  it('carry a member from the plan to the invoice', async () => {
    const { plans } = (await get('plans')).json<PlanList>();
    expect(plans.map((plan) => [plan.code, plan.price_cents, plan.duration_months])).toEqual([
      ['essentiel', 4_900, 1],
      ['premium', 12_900, 3],
      ['intensif', 44_900, 12],
    ]);
    const { payment_methods } = (await get('payment-methods', as(jean))).json<PaymentMethodList>();
    expect(payment_methods).toHaveLength(4);
    expect(said(await get('auth/user/order-summary?plan_code=essentiel', as(jean)))).toEqual([
      409,
      'billing.issuer-missing',
    ]);

    const declared = await order(jean, 'essentiel');
    expect(declared.statusCode).toBe(201);
    const payment = declared.json<PaymentDetail>();
    expect(payment).toMatchObject({
      status: 'pending',
      amount_cents: 4_900,
      available_actions: ['cancel', 'send_proof'],
      expires_at: '2026-11-27T09:00:00.000Z',
      starts_on: null,
    });
    expect(payment.coordinates.map((coordinate) => coordinate.label.fr)).toContain('IBAN');
    expect(payment.epc_payload).toContain(payment.reference);

    const blocked = (
      await get(`admin/payments/${payment.id}/preview`, staff('manager'))
    ).json<PaymentPreview>();
    expect(blocked.blockers).toMatchObject([{ code: 'billing.issuer-missing' }]);
    await app.get(RecordIssuer).execute({ ...realIssuer, adminId: newId() });
    const summary = (
      await get('auth/user/order-summary?plan_code=essentiel', as(jean))
    ).json<OrderSummaryView>();
    expect(summary).toMatchObject({
      seller_name: 'Calmness SAS',
      net_cents: 4_083,
      vat_cents: 817,
      total_cents: 4_900,
      vat_rate_bp: 2_000,
      vat_note: null,
      starts_on: '2026-11-20',
      ends_on: '2026-12-20',
      cgv_version: '1',
    });
    expect(summary.place_of_supply.fr).toContain('visioconférence');
    const preview = (
      await get(`admin/payments/${payment.id}/preview`, staff('accountant'))
    ).json<PaymentPreview>();
    expect(preview).toMatchObject({
      blockers: [],
      net_cents: 4_083,
      buyer_name: 'Jean Dupont',
      is_demo_issuer: false,
    });

    const body = { transaction_number: freshNumber(), received_on: '2026-11-20' };
    const path = `admin/payments/${payment.id}/validate`;
    const validated = await send('POST', path, staff('manager'), body);
    expect(validated.statusCode).toBe(200);
    const result = validated.json<ValidatePaymentResponse>();
    expect(result).toMatchObject({
      status: 'validated',
      invoice_number: 'CT-20261120-0001',
      ends_on: '2026-12-20',
    });
    const again = await send('POST', path, staff('admin'), body);
    expect([again.statusCode, again.body]).toEqual([200, validated.body]);

    const { subscriptions } = (await get('auth/user/subscriptions/', as(jean))).json<SubscriptionList>();
    expect(subscriptions).toMatchObject([
      { status: 'active', ends_on: '2026-12-20', last_day_included: '2026-12-19', days_left: 30 },
    ]);
    const { invoices } = (await get('auth/user/invoices/', as(jean))).json<InvoiceList>();
    expect(invoices).toMatchObject([
      { number: 'CT-20261120-0001', total_cents: 4_900, document_state: 'queued', available_actions: [] },
    ]);
    const invoice = (await get(`auth/user/invoices/${result.invoice_id}`, as(jean))).json<InvoiceDetail>();
    expect(invoice).toMatchObject({
      seller_name: 'Calmness SAS',
      buyer_name: 'Jean Dupont',
      pdf_url: null,
      lines: [{ quantity: '1', unit_net_cents: 4_083, net_cents: 4_083, vat_rate_bp: 2_000 }],
      vat: [{ rate_bp: 2_000, base_cents: 4_083, vat_cents: 817 }],
    });
    expect(said(await get(`auth/user/invoices/${result.invoice_id}/pdf`, as(jean)))).toEqual([
      409,
      'billing.invoice-document-pending',
    ]);
    const detail = (await get(`auth/user/payments/${payment.id}`, as(jean))).json<PaymentDetail>();
    expect(detail).toMatchObject({
      status: 'validated',
      invoice_id: result.invoice_id,
      epc_qr_svg: null,
      expires_at: null,
      available_actions: ['download_invoice'],
    });
  });

  it('show nobody the affairs of another member', async () => {
    const payment = (await order(awa, 'essentiel')).json<PaymentDetail>();
    const { invoices } = (await get('admin/invoices', staff('accountant'))).json<InvoiceList>();
    const invoiceId = invoices[0]?.id ?? '';
    for (const path of [`payments/${payment.id}`, `payments/${newId()}`])
      expect(said(await get(`auth/user/${path}`, as(jean)))).toEqual([404, 'billing.payment-not-found']);
    expect(said(await send('POST', `auth/user/payments/${payment.id}/cancel`, as(jean)))).toEqual([
      404,
      'billing.payment-not-found',
    ]);
    for (const path of [invoiceId, `${invoiceId}/pdf`, newId()])
      expect(said(await get(`auth/user/invoices/${path}`, as(awa)))).toEqual([
        404,
        'billing.invoice-not-found',
      ]);
    expect((await get('auth/user/invoices/', as(awa))).json<InvoiceList>().invoices).toEqual([]);
    expect(said(await get('auth/user/payments/7', as(jean)))).toEqual([404, 'request.not-found']);
  });

  it('answer a repeated order with the same payment, and a second one with 409', async () => {
    const key = { 'idempotency-key': newId() };
    const [first, second] = [await order(jean, 'premium', key), await order(jean, 'premium', key)];
    expect(second.json<PaymentDetail>().id).toBe(first.json<PaymentDetail>().id);
    const refused = await order(jean, 'premium');
    expect(said(refused)).toEqual([409, 'billing.payment-already-pending']);
    expect(refused.json<Problem>().params['payment_id']).toBe(first.json<PaymentDetail>().id);
    expect((await order(jean, 'premium', { 'idempotency-key': 'x'.repeat(201) })).statusCode).toBe(422);
    const cancel = await send(
      'POST',
      `auth/user/payments/${first.json<PaymentDetail>().id}/cancel`,
      as(jean),
    );
    expect([cancel.statusCode, cancel.json<PaymentDetail>().status]).toEqual([200, 'cancelled']);
  });

  it('filter and page the payments of a member, with his stats', async () => {
    const list = async (query: string) =>
      (await get(`auth/user/payments/?${query}`, as(jean))).json<PaymentList>();
    const all = await list('');
    expect(all.payments.map((payment) => payment.status)).toEqual(['cancelled', 'validated']);
    expect(all.stats).toEqual({
      total_spent_cents: 4_900,
      this_month_cents: 4_900,
      completed: 1,
      pending: 0,
    });
    expect((await list('status=validated')).payments).toHaveLength(1);
    const page = await list('limit=1');
    expect(page.payments).toEqual(all.payments.slice(0, 1));
    const next = await list(`limit=1&cursor=${page.next_cursor ?? ''}`);
    expect([next.payments, next.next_cursor]).toEqual([all.payments.slice(1), null]);
  });

  it('show the staff its queue, with names and counts', async () => {
    const { payments, counts } = (
      await get('admin/payments?status=pending', staff('accountant'))
    ).json<AdminPaymentList>();
    expect(payments).toMatchObject([{ member_id: awa, member_name: 'Awa Diallo', plan_code: 'essentiel' }]);
    expect(counts).toEqual({ pending: 1, partial: 0, validated: 1, rejected: 0 });
  });

  it.each([
    [{ received_on: '2026-11-20' }, 'billing.transaction-number-required'],
    [{ transaction_number: '  ', received_on: '2026-11-20' }, 'billing.transaction-number-required'],
    [{ transaction_number: '12', received_on: '2026-11-20' }, 'billing.transaction-number-malformed'],
    [{ transaction_number: 'TX1234567' }, 'request.invalid'],
    [{ transaction_number: 'TX1234567', received_on: '2026-02-30' }, 'request.invalid'],
    [{ transaction_number: 'TX1234567', received_on: '20/11/2026' }, 'request.invalid'],
    [{ transaction_number: 'TX1234567', received_on: '2026-11-21' }, 'billing.received-on-invalid'],
    [{ transaction_number: 12, received_on: '2026-11-20' }, 'request.invalid'],
    [{ transaction_number: 'TX1234567', received_on: '2026-11-20', override: true }, 'request.invalid'],
  ])('refuse to validate with %o: 422 %s', async (body, code) => {
    const { payments } = (
      await get('admin/payments?status=pending', staff('admin'))
    ).json<AdminPaymentList>();
    const answer = await send(
      'POST',
      `admin/payments/${payments[0]?.id ?? ''}/validate`,
      staff('admin'),
      body,
    );
    expect(said(answer)).toEqual([422, code]);
    expect(answer.json<Problem>().errors?.length).toBeGreaterThan(0);
  });

  it('refuse to reject without a reason, then do', async () => {
    const { payments } = (
      await get('admin/payments?status=pending', staff('admin'))
    ).json<AdminPaymentList>();
    const path = `admin/payments/${payments[0]?.id ?? ''}/reject`;
    expect(said(await send('POST', path, staff('admin'), {}))).toEqual([
      422,
      'billing.reject-reason-required',
    ]);
    const rejected = await send('POST', path, staff('admin'), { reason: '<b>Montant</b> inexact' });
    expect(rejected.json()).toMatchObject({ status: 'rejected', reject_reason: '<b>Montant</b> inexact' });
  });

  it('let each role do its own part', async () => {
    const attempts: [Role, 'GET' | 'POST' | 'PATCH', string, number][] = [
      ['member', 'GET', 'admin/payments', 403],
      ['instructor', 'GET', 'admin/payments', 403],
      ['accountant', 'GET', 'admin/payments', 200],
      ['accountant', 'POST', `admin/payments/${newId()}/validate`, 403],
      ['accountant', 'POST', `admin/payments/${newId()}/reject`, 403],
      ['accountant', 'PATCH', `admin/plans/${newId()}`, 403],
      ['accountant', 'GET', 'admin/issuer', 200],
      ['member', 'GET', 'admin/invoices', 403],
      ['accountant', 'GET', 'admin/invoices/chain/verify', 200],
      ['manager', 'GET', 'admin/plans', 200],
      ['manager', 'GET', 'admin/payment-methods', 200],
    ];
    for (const [role, method, url, status] of attempts) {
      const answer = await app.inject({ method, url: `/api/${url}`, headers: staff(role) });
      expect([role, url, answer.statusCode]).toEqual([role, url, status]);
    }
    for (const path of [
      'payment-methods',
      'auth/user/payments',
      'auth/user/subscriptions',
      'auth/user/invoices',
    ])
      expect((await get(path)).statusCode).toBe(401);
  });

  it('verify the chain and show the issuer', async () => {
    expect((await get('admin/invoices/chain/verify', staff('accountant'))).json()).toEqual({
      valid: true,
      checked: 1,
      first_broken_number: null,
    });
    expect((await get('admin/issuer', staff('accountant'))).json<IssuerView>()).toMatchObject({
      legal_name: 'Calmness SAS',
      siren: '732829320',
      capital_cents: 1_000_000,
      version: 1,
    });
  });

  it('let an admin write down a new issuer, whose identifiers check', async () => {
    const issuer = {
      ...{ legal_name: 'Nouvelle SAS', legal_form: 'SAS', capital_cents: 500_000, is_sole_trader: false },
      ...{ siren: '732829320', siret: '73282932000074', rcs_city: 'Lyon', vat_number: 'FR44732829320' },
      ...{ vat_regime: 'normal', vat_on_debits: true, address_lines: ['1 place Bellecour'] },
      ...{ oss_registered: true, training_number: '84 69 12345 69', training_granted_on: '2026-01-05' },
      ...{
        postal_code: '69002',
        city: 'Lyon',
        country: 'FR',
        iban: null,
        bic: null,
        email: 'contact@example.fr',
      },
    };
    const post = (role: Role, body: object) => send('POST', 'admin/issuer', staff(role), body);
    expect((await post('manager', issuer)).statusCode).toBe(403);
    const wrong = await post('admin', { ...issuer, siret: '73282932000075', vat_number: 'FR45732829320' });
    expect(said(wrong)).toEqual([422, 'request.invalid']);
    expect(wrong.json<Problem>().errors).toEqual([
      { field: 'siret', code: 'invalid' },
      { field: 'vat_number', code: 'invalid' },
    ]);
    const created = await post('admin', issuer);
    expect(created.json()).toMatchObject({ ...issuer, version: 2, is_demo: false });
    expect((await get('admin/issuer', staff('admin'))).json()).toEqual(created.json());
    const alone = await post('admin', { ...issuer, training_granted_on: null });
    expect(alone.json<Problem>().errors).toEqual([{ field: 'training_granted_on', code: 'invalid' }]);
    const { versions } = (await get('admin/issuer/versions', staff('accountant'))).json<IssuerVersionList>();
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(versions[0]?.changed).toEqual(
      expect.arrayContaining(['legal_name', 'training_number', 'vat_on_debits']),
    );
    expect(versions[0]?.changed).not.toContain('siren');
    expect(versions[1]?.changed).toEqual([]);
    const preview = (
      await get('auth/user/order-summary?plan_code=essentiel', as(jean))
    ).json<OrderSummaryView>();
    expect(preview.seller_name).toBe('Nouvelle SAS');
  });

  it('let the staff edit plans and methods, one version at a time', async () => {
    const plan = {
      code: 'decouverte',
      plan_group: 'academy',
      name: { fr: 'Découverte', en: 'Discovery' },
      description: { fr: 'Pour voir.', en: 'To see.' },
      features: { fr: ['Une formation'], en: ['One formation'] },
      duration_months: 1,
      price_cents: 990,
      vat_rate_code: 'standard',
      active: false,
      position: 9,
    };
    const create = (body: object) => send('POST', 'admin/plans', staff('manager'), body);
    const created = await create(plan);
    expect(created.statusCode).toBe(201);
    const { id } = created.json<PlanView>();
    expect(said(await create(plan))).toEqual([409, 'billing.plan-code-taken']);
    expect(said(await create({ ...plan, code: 'autre', vat_rate_code: 'none' }))).toEqual([
      422,
      'billing.rate-not-valid-on-date',
    ]);
    expect(said(await create({ ...plan, code: 'Pas Bon', price_cents: 0, name: { fr: '' } }))).toEqual([
      422,
      'request.invalid',
    ]);
    const patch = (body: object) => send('PATCH', `admin/plans/${id}`, staff('manager'), body);
    expect((await patch({ version: 1, price_cents: 1_990 })).json()).toMatchObject({
      price_cents: 1_990,
      version: 2,
    });
    expect((await patch({ version: 2, price_mode: 'HT', supply_kind: 'electronic' })).json()).toMatchObject({
      ...{ price_mode: 'HT', supply_kind: 'electronic', training_exempt: false, version: 3 },
    });
    const exempt = await patch({ version: 3, training_exempt: true });
    expect(exempt.json<Problem>().errors).toEqual([{ field: 'training_exempt', code: 'invalid' }]);
    expect(said(await patch({ version: 1, price_cents: 1 }))).toEqual([409, 'billing.version-conflict']);
    expect(said(await order(jean, 'decouverte'))).toEqual([404, 'billing.plan-not-found']);
    expect((await get('plans')).body).not.toContain('decouverte');

    const method = (body: object) => send('PATCH', 'admin/payment-methods/paypal', staff('manager'), body);
    expect(said(await method({ version: 2, coordinates: [] }))).toEqual([422, 'request.invalid']);
    expect((await method({ version: 2, active: false })).json()).toMatchObject({ active: false, version: 3 });
    expect(said(await method({ version: 2, active: true }))).toEqual([409, 'billing.version-conflict']);
    expect(said(await send('PATCH', 'admin/payment-methods/cash', staff('manager'), { version: 1 }))).toEqual(
      [404, 'billing.payment-method-not-found'],
    );
    const refused = await send('POST', 'auth/user/payments', as(jean), {
      plan_code: 'premium',
      method: 'paypal',
    });
    expect(said(refused)).toEqual([409, 'billing.payment-method-inactive']);
  });
});
