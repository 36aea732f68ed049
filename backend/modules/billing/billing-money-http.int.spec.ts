import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import type {
  PaymentDetail,
  PaymentMoneyView,
  PaymentPreview,
  Problem,
  ReconciliationBatchView,
  RefundableView,
  RefundList,
  RefundSettings,
  RefundView,
  Role,
  StatementLineList,
  ValidatePaymentResponse,
} from '@calmness/contracts';
import { AccessTokens } from '@calmness/platform/auth';
import { Clock } from '@calmness/platform/clock';
import { FilesHttpModule } from '@calmness/platform/files';
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
import { Proofs } from './payments/application/proofs';
import { Reconcile } from './reconciliation/application/reconcile';
import { camt } from './reconciliation/domain/statements.fixture';
import { freshNumber, openShop, payingMember } from './testing/shop';

type Answer = Awaited<ReturnType<NestFastifyApplication['inject']>>;

describe('the routes of money', () => {
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
        FilesHttpModule,
        trustingAuth,
        AccountsModule,
        BillingModule,
        BillingHttpModule,
      ],
    })
    class MoneyApi {}
    app = await createHttpApplication(MoneyApi, config);
    const clock = new TestClock();
    app.get(Clock).now = () => clock.now();
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const services = { get: <T>(token: abstract new (...args: never[]) => T): T => app.get<T>(token) };
    await openShop(services);
    [jean, awa] = [await payingMember(services), await payingMember(services, 'Awa', 'Diallo')];
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const as = (memberId: Uuid, ...roles: Role[]) => ({
    authorization: `Bearer ${app.get(AccessTokens).sign({ memberId, sessionId: newId(), roles })}`,
  });
  const [boss, deputy] = [newId(), newId()];
  const staff = (role: Role, who = boss) => as(who, role);
  const get = (url: string, headers: Record<string, string>) =>
    app.inject({ method: 'GET', url: `/api/${url}`, headers });
  const send = (
    method: 'POST' | 'PUT',
    url: string,
    headers: Record<string, string>,
    payload?: object | Buffer,
  ) => app.inject({ method, url: `/api/${url}`, headers, payload });
  const said = (answer: Answer) => [answer.statusCode, answer.json<Problem>().code];
  const order = async (memberId: Uuid, plan_code = 'essentiel') =>
    (
      await send('POST', 'auth/user/payments', as(memberId, 'member'), { plan_code, method: 'bank_transfer' })
    ).json<PaymentDetail>();
  const validate = (id: string, body: object) =>
    send('POST', `admin/payments/${id}/validate`, staff('manager'), {
      ...{ transaction_number: freshNumber(), received_on: '2026-11-20' },
      ...body,
    });

  it('take a proof from its member alone, draw it anew, and show it to both sides', async () => {
    const { id } = await order(jean);
    const path = `auth/user/payments/${id}/proof`;
    const jpeg = { ...as(jean, 'member'), 'content-type': 'image/jpeg' };
    const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#145aa0' } })
      .withExif({ IFD0: { Make: 'Camera' } })
      .jpeg()
      .toBuffer();
    const stranger = { ...jpeg, ...as(awa, 'member') };
    expect(said(await send('POST', path, stranger, photo))).toEqual([404, 'billing.payment-not-found']);
    expect(said(await send('POST', path, jpeg, Buffer.from('<svg/>')))).toEqual([
      422,
      'billing.proof-unreadable',
    ]);
    expect(said(await send('POST', path, as(jean, 'member'), {}))).toEqual([422, 'billing.proof-unreadable']);
    expect((await send('POST', path, jpeg, Buffer.alloc(9 * 1_048_576))).statusCode).toBe(413);
    const heic = { ...jpeg, 'content-type': 'image/heic' };
    expect((await send('POST', path, heic, photo)).statusCode).toBe(415);

    const { proof } = (await send('POST', path, jpeg, photo)).json<PaymentMoneyView>();
    const file = await app.inject({ method: 'GET', url: proof?.url ?? '' });
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect(file.rawPayload.includes('Camera')).toBe(false);
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n');
    await send('POST', path, { ...jpeg, 'content-type': 'application/pdf' }, pdf);
    const detail = (await get(`auth/user/payments/${id}`, as(jean, 'member'))).json<PaymentDetail>();
    expect([detail.status, detail.money.proof?.media_type]).toEqual(['proof_sent', 'application/pdf']);
    const preview = (await get(`admin/payments/${id}/preview`, staff('accountant'))).json<PaymentPreview>();
    const read = await app.inject({ method: 'GET', url: preview.money.proof?.url ?? '' });
    expect(read.rawPayload).toEqual(pdf);
    await app.get(Proofs).tidy();
    expect((await app.inject({ method: 'GET', url: proof?.url ?? '' })).statusCode).toBe(404);

    await validate(id, {});
    expect(said(await send('POST', path, jpeg, photo))).toEqual([409, 'billing.payment-not-pending']);
  });

  it('take a number again with a reason, a part with a choice, and a surplus with another', async () => {
    const first = await order(awa);
    const transaction_number = freshNumber();
    await validate(first.id, { transaction_number });
    const { id } = await order(awa, 'premium');
    const used = await validate(id, { transaction_number });
    expect(said(used)).toEqual([409, 'billing.transaction-number-used']);
    expect(used.json<Problem>().params['reference']).toBe(first.reference);
    expect(said(await validate(id, { amount_cents: 1_000 }))).toEqual([422, 'billing.amount-mismatch']);
    expect(said(await validate(id, { amount_cents: 0 }))).toEqual([422, 'request.invalid']);
    const part = await validate(id, {
      ...{ transaction_number, override_reason: 'La banque répète ce numéro' },
      ...{ amount_cents: 1_000, on_difference: 'partial' },
    });
    expect(part.json<ValidatePaymentResponse>()).toMatchObject({ status: 'partial', subscription_id: null });
    const waiting = (await get(`auth/user/payments/${id}`, as(awa, 'member'))).json<PaymentDetail>();
    expect(waiting).toMatchObject({
      status: 'partial',
      money: { received_cents: 1_000, receipts: [{ transaction_number, override_reason: null }] },
      available_actions: ['download_invoice'],
    });
    expect(waiting.epc_payload).toContain(`EUR${(waiting.money.due_cents / 100).toFixed(2)}`);
    const original = { currency: 'USD', amount: '140.5', rate: '1.0859' };
    const rest = { amount_cents: waiting.money.due_cents + 250, on_difference: 'refuse', original };
    expect((await validate(id, rest)).json()).toMatchObject({ status: 'validated', due_cents: 0 });
    const { money } = (await get(`admin/payments/${id}/preview`, staff('manager'))).json<PaymentPreview>();
    expect(money).toMatchObject({
      due_cents: 0,
      receipts: [{ override_reason: 'La banque répète ce numéro' }, { surplus_cents: 250, original }],
      surpluses: [{ amount_cents: 250, choice: 'refuse', state: 'owed' }],
    });
    const back = await send(
      'POST',
      `admin/payments/${id}/surpluses/${money.surpluses[0]?.id ?? ''}/return`,
      staff('manager'),
      { transaction_number: 'RET-77', returned_on: '2026-11-20' },
    );
    expect(back.json<PaymentMoneyView>().surpluses).toMatchObject([{ state: 'returned' }]);
  });

  it('refund for an admin alone, and for two of them where the academy wants it', async () => {
    const { id } = await order(jean, 'premium');
    await validate(id, {});
    const path = `admin/payments/${id}/refund`;
    const body = {
      reason: 'Le membre renonce',
      refund: { method: 'bank_transfer', transaction_number: freshNumber(), refunded_on: '2026-11-20' },
    };
    expect(said(await send('POST', path, staff('manager'), body))).toEqual([403, 'request.forbidden']);
    const { version } = (await get('admin/refund-settings', staff('manager'))).json<RefundSettings>();
    const on = { four_eyes: true, version };
    expect((await send('PUT', 'admin/refund-settings', staff('manager'), on)).statusCode).toBe(403);
    expect((await send('PUT', 'admin/refund-settings', staff('admin'), on)).json()).toMatchObject({
      four_eyes: true,
    });
    expect(said(await send('PUT', 'admin/refund-settings', staff('admin'), on))).toEqual([
      409,
      'billing.version-conflict',
    ]);
    const asked = (await send('POST', path, staff('admin'), body)).json<RefundView>();
    expect(asked).toMatchObject({ state: 'requested', available_actions: ['decline'] });
    const approve = `admin/refunds/${asked.id}/approve`;
    expect(said(await send('POST', approve, staff('admin')))).toEqual([409, 'billing.four-eyes']);
    const { refunds, waiting } = (
      await get('admin/refunds?state=requested', staff('admin', deputy))
    ).json<RefundList>();
    expect([waiting, refunds[0]?.available_actions]).toEqual([1, ['approve', 'decline']]);
    const done = await send('POST', approve, staff('admin', deputy));
    expect(done.json<RefundView>()).toMatchObject({ state: 'done', member_name: 'Jean Dupont' });
    const { lines, four_eyes } = (await get(path, staff('accountant'))).json<RefundableView>();
    expect([lines, four_eyes]).toEqual([[], true]);
  });

  it('read a statement and show its money', async () => {
    const path = 'admin/payments/reconcile';
    const body = {
      ...{ account: 'courant', source: 'camt053', pasted: false },
      content_base64: Buffer.from(camt).toString('base64'),
    };
    expect((await send('POST', `${path}/imports`, staff('accountant'), body)).statusCode).toBe(403);
    const read = await send('POST', `${path}/imports`, staff('manager'), body);
    expect(read.json()).toEqual({ read: 2, added: 2 });
    const csv = { ...body, source: 'csv' };
    expect(said(await send('POST', `${path}/imports`, staff('manager'), csv))).toEqual([
      404,
      'billing.mapping-not-found',
    ]);
    const { lines, counts } = (await get(`${path}/lines`, staff('accountant'))).json<StatementLineList>();
    expect(lines).toMatchObject([{ amount_cents: 4_900, payer: 'Jean Dupont', category: 'none' }]);
    expect(counts).toEqual({ sure: 0, likely: 0, none: 1 });
    const waiting = await order(awa);
    const rows = [{ line_id: lines[0]?.id ?? '', payment_id: waiting.id }];
    const batch = await send('POST', `${path}/batches`, staff('manager'), { rows });
    expect(batch.json()).toMatchObject({ total: 1, done: 0, finished: false, rows: [{ state: 'pending' }] });
    await app.get(Reconcile).work();
    const { id } = batch.json<ReconciliationBatchView>();
    expect((await get(`${path}/batches/${id}`, staff('accountant'))).json()).toMatchObject({
      ...{ done: 1, finished: true, rows: [{ state: 'done', reference: waiting.reference }] },
    });
    expect(said(await send('POST', `${path}/batches`, staff('manager'), { rows: [] }))).toEqual([
      422,
      'request.invalid',
    ]);
    expect(said(await get(`${path}/batches/${newId()}`, staff('manager')))).toEqual([
      404,
      'billing.batch-not-found',
    ]);
  });
});
