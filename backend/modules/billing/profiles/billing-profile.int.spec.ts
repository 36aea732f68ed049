import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountsModule, DemoPeople } from '@calmness/accounts';
import type {
  BillingProfileView,
  MemberBillingProfileView,
  OrderSummaryView,
  Problem,
  Role,
} from '@calmness/contracts';
import { AccessTokens } from '@calmness/platform/auth';
import { Clock } from '@calmness/platform/clock';
import { createHttpApplication, HttpModule } from '@calmness/platform/http';
import { newId, type Uuid } from '@calmness/platform/ids';
import { Log } from '@calmness/platform/observability';
import {
  createTestDatabase,
  platformImports,
  testConfig,
  TestClock,
  trustingAuth,
  type TestDatabase,
} from '@calmness/platform/testing';
import { VatRegister, type VatAnswer } from '@calmness/platform/vendors/vat-register';
import { BillingHttpModule } from '../billing-http.module';
import { BillingModule } from '../billing.module';
import { openShop, realIssuer } from '../testing/shop';
import { CheckVatNumbers } from './application/check-vat-numbers';
import { BillingProfileRepository } from './persistence/billing-profile.repository';

type Answer = Awaited<ReturnType<NestFastifyApplication['inject']>>;

/** Answers in this order; the last one for everything after. */
class FakeRegister extends VatRegister {
  readonly enabled = true;
  readonly asked: string[] = [];
  script: VatAnswer[] = ['valid'];

  check(country: string, number: string): Promise<VatAnswer> {
    this.asked.push(`${country} ${number}`);
    return Promise.resolve((this.script.length > 1 ? this.script.shift() : this.script[0]) ?? 'unavailable');
  }
}

const person = {
  ...{ version: 0, kind: 'person', name: 'Awa Diallo', address_lines: [], postal_code: '', city: '' },
  ...{ country: 'FR', siren: null, vat_number: null, electronic_address: null, purchase_order: null },
};
const belgian = {
  ...{ ...person, kind: 'company', name: 'Diallo SRL', address_lines: ['Rue Neuve 1'], postal_code: '1000' },
  ...{ city: 'Bruxelles', country: 'BE', vat_number: 'be 0123.456.749' },
};

describe('who is billed', () => {
  let app: NestFastifyApplication;
  let database: TestDatabase;
  const clock = new TestClock();
  const register = new FakeRegister();

  beforeAll(async () => {
    database = await createTestDatabase();
    const config = testConfig(database.url, 'postgresql');
    @Module({
      imports: [
        ...[...platformImports(config), HttpModule, trustingAuth],
        ...[AccountsModule, BillingModule, BillingHttpModule],
      ],
    })
    class BillingApi {}
    app = await createHttpApplication(BillingApi, config);
    app.get(Clock).now = () => clock.now();
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    await openShop({ get: (token) => app.get(token) }, { ...realIssuer, ossRegistered: true });
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const member = (): Promise<Uuid> =>
    app
      .get(DemoPeople)
      .register({ email: `${newId()}@example.fr`, firstName: 'Awa', lastName: 'Diallo', roles: ['member'] });
  const as = (memberId: Uuid, ...roles: Role[]) => ({
    authorization: `Bearer ${app.get(AccessTokens).sign({ memberId, sessionId: newId(), roles: ['member', ...roles] })}`,
  });
  const read = (memberId: Uuid): Promise<Answer> =>
    app.inject({ url: '/api/auth/user/billing-profile/', headers: as(memberId) });
  const save = (memberId: Uuid, payload: object): Promise<Answer> =>
    app.inject({ method: 'PUT', url: '/api/auth/user/billing-profile/', headers: as(memberId), payload });
  const order = (memberId: Uuid): Promise<Answer> =>
    app.inject({ url: '/api/auth/user/order-summary?plan_code=essentiel', headers: as(memberId) });
  const said = (answer: Answer) => [answer.statusCode, answer.json<Problem>().code];
  const check = () =>
    new CheckVatNumbers(app.get(BillingProfileRepository), register, clock, app.get(Log)).execute();

  it('is proposed from the account, then asked for before any price', async () => {
    const awa = await member();
    expect((await read(awa)).json<BillingProfileView>()).toMatchObject({
      ...{ stored: false, version: 0, kind: 'person', name: 'Awa Diallo', vat_check: 'none' },
    });
    const refused = await order(awa);
    expect(said(refused)).toEqual([422, 'billing.country-required']);
    const saved = await save(awa, person);
    expect(saved.json<BillingProfileView>()).toMatchObject({ stored: true, version: 1, country: 'FR' });
    const summary = (await order(awa)).json<OrderSummaryView>();
    expect(summary).toMatchObject({
      buyer: { kind: 'person', name: 'Awa Diallo', address: [], country: 'FR', siren: null },
      vat: [{ rate_bp: 2_000, base_cents: 4_083, vat_cents: 817 }],
      ...{ vat_note: null, total_cents: 4_900 },
    });
    expect(summary.lines).toHaveLength(1);
  });

  it('is saved one version at a time, even by two tabs at once', async () => {
    const awa = await member();
    const answers = await Promise.all(Array.from({ length: 5 }, () => save(awa, person)));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409, 409, 409, 409]);
    expect(said(await save(awa, person))).toEqual([409, 'billing.version-conflict']);
    expect((await save(awa, { ...person, version: 1, country: 'MC' })).statusCode).toBe(200);
  });

  it.each<[object, string[]]>([
    [{ country: 'XX' }, ['country not_in_list']],
    [{ name: ' ' }, ['name required']],
    [{ kind: 'company' }, ['address_lines required', 'city required', 'siren required']],
    [{ ...belgian, vat_number: 'BE0123456740' }, ['vat_number invalid']],
  ])('names the fields at fault in %o', async (changes, faults) => {
    const answer = await save(await member(), { ...person, ...changes });
    expect(said(answer)).toEqual([422, 'request.invalid']);
    expect(answer.json<Problem>().errors?.map(({ field, code }) => `${field} ${code}`)).toEqual(faults);
  });

  it('pays no French VAT once the register knows the number, and not before', async () => {
    const awa = await member();
    register.script = ['unavailable', 'valid'];
    const saved = (await save(awa, belgian)).json<BillingProfileView>();
    expect(saved).toMatchObject({ vat_number: 'BE0123456749', vat_check: 'waiting', vat_checked_on: null });
    expect(said(await order(awa))).toEqual([422, 'billing.vat-number-unchecked']);
    await check();
    await check();
    expect(register.asked).toEqual(['BE BE0123456749']);
    clock.advance({ seconds: 31 });
    await check();
    expect((await read(awa)).json()).toMatchObject({ vat_check: 'valid', vat_checked_on: clock.today() });
    expect((await order(awa)).json<OrderSummaryView>()).toMatchObject({
      ...{ total_cents: 4_083, vat_cents: 0, vat_rate_bp: null },
      buyer: { vat_number: 'BE0123456749', address: ['Rue Neuve 1', '1000 Bruxelles'] },
      vat_note: { en: expect.stringContaining('Reverse charge') as string },
    });
    // The same number keeps its answer, another one waits for its own.
    expect((await save(awa, { ...belgian, version: 1, city: 'Ixelles' })).json()).toMatchObject({
      vat_check: 'valid',
    });
    expect((await save(awa, { ...belgian, version: 2, vat_number: 'BE0403170701' })).json()).toMatchObject({
      vat_check: 'waiting',
    });
  });

  it('is told that the register does not know the number, and pays VAT without it', async () => {
    const awa = await member();
    register.script = ['invalid'];
    await save(awa, belgian);
    await check();
    expect((await read(awa)).json()).toMatchObject({ vat_check: 'invalid', vat_checked_on: null });
    expect(said(await order(awa))).toEqual([422, 'billing.vat-number-unchecked']);
    expect((await save(awa, { ...belgian, version: 1, vat_number: null })).json()).toMatchObject({
      vat_check: 'none',
    });
    expect((await order(awa)).json<OrderSummaryView>()).toMatchObject({
      ...{ vat_rate_bp: 2_100, total_cents: 4_900 },
      vat_note: { en: expect.stringContaining('one-stop shop') as string },
    });
  });

  it('is not answered about a number that changed while the register was asked', async () => {
    const awa = await member();
    await save(awa, belgian);
    const profiles = app.get(BillingProfileRepository);
    const claim = await profiles.claimVatCheck(clock.now(), new Date(clock.now().getTime() + 60_000));
    expect(claim?.memberId).toBe(awa);
    await save(awa, { ...belgian, version: 1, vat_number: 'BE0403170701' });
    if (claim) await profiles.answerVatCheck(claim, 'valid', clock.today());
    expect((await read(awa)).json()).toMatchObject({ vat_check: 'waiting' });
  });

  it('lets the staff vouch for a number it checked itself, with a proof and on record', async () => {
    const awa = await member();
    const url = `/api/admin/members/${awa}/billing-profile`;
    const vouch = (role: Role, payload: object) =>
      app.inject({ method: 'POST', url: `${url}/vat-check`, headers: as(newId(), role), payload });
    const proof = { version: 1, proof: 'VIES, consultation WAPIAAAAX' };
    expect(said(await vouch('admin', proof))).toEqual([404, 'billing.profile-not-found']);
    await save(awa, person);
    expect(said(await vouch('admin', proof))).toEqual([409, 'billing.vat-number-not-checkable']);
    await save(awa, { ...belgian, version: 1 });
    expect((await vouch('accountant', proof)).statusCode).toBe(403);
    expect(said(await vouch('manager', proof))).toEqual([409, 'billing.version-conflict']);
    expect(said(await vouch('manager', { version: 2, proof: ' ' }))).toEqual([422, 'request.invalid']);
    const seen = await app.inject({ url, headers: as(newId(), 'accountant') });
    expect(seen.json<MemberBillingProfileView>().available_actions).toEqual(['vouch_for_vat_number']);
    const vouched = await vouch('manager', { ...proof, version: 2 });
    expect(vouched.json()).toMatchObject({
      vat_check: 'valid',
      vat_check_proof: proof.proof,
      available_actions: [],
    });
    const recorded = await app
      .get(DataSource)
      .query<unknown[]>(`SELECT 1 FROM platform.audit_entry WHERE action = 'billing.vouch-for-vat-number'`);
    expect(recorded).toHaveLength(1);
    expect((await order(awa)).json<OrderSummaryView>().vat_cents).toBe(0);
  });
});
