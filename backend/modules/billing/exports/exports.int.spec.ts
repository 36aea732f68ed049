import { createHash } from 'node:crypto';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import type { AccountList, ClosingList, EReport, Role, VatReport } from '@calmness/contracts';
import { AccessTokens } from '@calmness/platform/auth';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { StoredFiles } from '@calmness/platform/files';
import { createHttpApplication, HttpModule } from '@calmness/platform/http';
import { newId, type Uuid } from '@calmness/platform/ids';
import {
  createTestDatabase,
  platformImports,
  readZip,
  testConfig,
  TestClock,
  trustingAuth,
  type TestDatabase,
} from '@calmness/platform/testing';
import { BillingHttpModule } from '../billing-http.module';
import { BillingModule } from '../billing.module';
import { CreditInvoice } from '../invoices/application/credit-invoice';
import { VerifyInvoiceChain } from '../invoices/application/verify-invoice-chain';
import { InvoiceDocumentRepository } from '../invoices/persistence/invoice-document.repository';
import { ClosePeriods } from '../ledger/application/close-periods';
import { aLine, anOrder, issued } from '../testing/orders';
import { openShop, paid, payingMember } from '../testing/shop';

describe('what the accountant takes away', () => {
  let app: NestFastifyApplication;
  let database: TestDatabase;
  const clock = new TestClock();
  const services = { get: <T>(token: abstract new (...args: never[]) => T): T => app.get<T>(token) };
  const accountant = newId();

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
    class ExportsApi {}
    app = await createHttpApplication(ExportsApi, config);
    app.get(Clock).now = () => clock.now();
    app.get(Clock).today = (zone?: string) => clock.today(zone);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    await openShop(services);
    await trade();
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  /** A payment, a deposit and its final invoice, a company abroad, a credit note: two months of one academy. */
  const trade = async (): Promise<void> => {
    const member: Uuid = newId();
    const money = (amountCents: number, receivedOn: string) => ({
      ...({ method: 'paypal', reference: 'CAL-7K3M9Q', transactionNumber: `T${amountCents}` } as const),
      ...{ receivedOn, amountCents },
    });
    clock.set('2026-11-20T09:00:00Z');
    await paid(services, await payingMember(services, '=cmd', 'Dupont'));
    const deposit = await issued(
      services,
      anOrder(member, { type: '386', lines: [aLine(3_000)], payments: [money(3_000, '2026-11-20')] }),
    );
    clock.set('2026-12-02T09:00:00Z');
    const { id: precedingId, number, issueDate, totalCents: amountCents } = deposit;
    const links = [{ position: 1, role: 'deducts', precedingId, number, issueDate, amountCents } as const];
    const lines = [aLine(9_000), aLine(1_055, { supplyKind: 'goods', vatRateCode: 'reduced' })];
    await issued(services, anOrder(member, { lines, links, payments: [money(7_055, '2026-11-30')] }));
    const address = { lines: ['Rue 1'], postalCode: '1000', city: 'Bruxelles' };
    await issued(
      services,
      anOrder(member, {
        ...{ priceMode: 'HT', lines: [aLine(50_000)] },
        buyer: {
          ...{ kind: 'company', name: 'Belge SA', country: 'BE', address, siren: null },
          ...{ vatNumber: 'BE0123456749', vatCheckedOn: '2026-11-01' },
        },
      }),
    );
    const wrong = await issued(services, anOrder(member, { lines: [aLine(1_200)] }));
    await app.get(UnitOfWork).run((tx) =>
      app.get(CreditInvoice).execute(tx, {
        ...{ invoiceId: wrong.id, lines: null, reason: 'Erreur', refund: null, idempotencyKey: newId() },
      }),
    );
    clock.set('2027-01-01T09:00:00Z');
    await app.get(ClosePeriods).execute();
  };

  const as = (role: Role, memberId: Uuid = accountant) => ({
    authorization: `Bearer ${app.get(AccessTokens).sign({ memberId, sessionId: newId(), roles: ['member', role] })}`,
  });
  const get = (path: string, role: Role = 'accountant') =>
    app.inject({ method: 'GET', url: `/api/admin/exports/${path}`, headers: as(role) });

  it('is for him and the administration alone', async () => {
    const paths = ['closings', 'vat?year=2026', 'accounts', 'journal.csv?from=2026-11-01&to=2026-11-30'];
    for (const path of [...paths, 'fec.txt?year=2026', 'archive.zip?year=2026']) {
      expect((await get(path, 'manager')).statusCode, path).toBe(403);
      expect((await get(path, 'admin')).statusCode, path).toBe(200);
    }
    expect((await get('journal.csv?from=2026-02-30&to=2026-11-30')).statusCode).toBe(422);
  });

  it('is written into the audit log, who and what', async () => {
    await get('fec.txt?year=2026');
    const rows = await app.get(DataSource).query<object[]>(
      `SELECT object_id, after FROM platform.audit_entry WHERE actor_id = $1 AND action = 'billing.export'
        ORDER BY id DESC LIMIT 1`,
      [accountant],
    );
    expect(rows).toEqual([{ object_id: 'fec.txt', after: { year: 2026 } }]);
  });

  it('the sales journal says each rate once, and nothing runs as a formula', async () => {
    const answer = await get('journal.csv?from=2026-11-01&to=2026-12-31');
    expect(answer.headers['content-disposition']).toContain('ventes-2026-11-01-2026-12-31.csv');
    const [head, ...rows] = answer.body
      .trim()
      .split('\n')
      .map((line) => line.split(';'));
    expect(answer.body.startsWith('\uFEFFdate;numero')).toBe(true);
    expect(head).toHaveLength(15);
    expect(rows[0]?.slice(0, 4)).toEqual(['2026-11-20', 'CT-20261120-0001', 'facture', "'=cmd Dupont"]);
    const sums = rows.map((row) => row.slice(8, 12));
    expect(sums).toEqual([
      ['20,00', '40,83', '8,17', '49,00'],
      ['20,00', '25,00', '5,00', '30,00'],
      ['20,00', '50,00', '10,00', '60,00'],
      ['5,50', '10,00', '0,55', '10,55'],
      ['', '500,00', '0,00', '500,00'],
      ['20,00', '10,00', '2,00', '12,00'],
      ['20,00', '-10,00', '-2,00', '-12,00'],
    ]);
  });

  it('the FEC has eighteen columns, balanced entries and no missing number', async () => {
    const answer = await get('fec.txt?year=2026');
    expect(answer.headers['content-disposition']).toContain('732829320FEC20261231.txt');
    const [head, ...rows] = answer.body
      .slice(0, -2)
      .split('\r\n')
      .map((line) => line.split('\t'));
    expect(head).toHaveLength(18);
    expect(rows.every((row) => row.length === 18)).toBe(true);
    const cents = (cell = '') => Number(cell.replace(',', ''));
    const entries = Map.groupBy(rows, (row) => Number(row[2]));
    expect([...entries.keys()]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].slice(0, entries.size));
    for (const [number, lines] of entries) {
      const [debit, credit] = [11, 12].map((at) => lines.reduce((sum, line) => sum + cents(line[at]), 0));
      expect(debit, `entry ${number}`).toBe(credit);
      expect(debit).toBeGreaterThan(0);
    }
    const final = rows.filter((row) => row[10] === 'Facture CT-20261202-0003');
    expect(final.map((row) => [row[4], row[11], row[12]])).toEqual([
      ['706000', '0,00', '75,00'],
      ['707000', '0,00', '10,00'],
      ['445712', '0,00', '10,00'],
      ['445715', '0,00', '0,55'],
      ['411000', '70,55', '0,00'],
      ['419100', '25,00', '0,00'],
    ]);
    const money = rows.filter((row) => row[10] === 'Règlement CT-20261202-0003');
    expect(money.map((row) => [row[0], row[3], row[4], row[11], row[12], row[15]])).toEqual([
      ['BQ', '20261130', '512200', '70,55', '0,00', '20261202'],
      ['BQ', '20261130', '411000', '0,00', '70,55', '20261202'],
    ]);
    const credit = rows.filter((row) => row[10]?.startsWith('Avoir'));
    expect(credit.map((row) => [row[4], row[11], row[12]])).toContainEqual(['419800', '0,00', '12,00']);
  });

  it('books to the accounts he chose, each change audited, none lost', async () => {
    const { accounts } = (await get('accounts')).json<AccountList>();
    expect(accounts.find(({ code }) => code === 'services')).toMatchObject({ account: '706000', version: 0 });
    const change = (version: number) =>
      app.inject({
        ...{ method: 'PATCH', url: '/api/admin/exports/accounts/services', headers: as('accountant') },
        payload: { account: '706100', label: 'Formations', version },
      });
    expect((await change(0)).json()).toEqual({
      code: 'services',
      account: '706100',
      label: 'Formations',
      version: 1,
    });
    expect((await change(0)).statusCode).toBe(409);
    expect((await get('fec.txt?year=2026')).body).toContain('\t706100\tFormations\t');
  });

  it('the e-reporting sums consumers by day, tells companies abroad one by one, and payments by rate', async () => {
    const report = (await get('ereporting.json?from=2026-11-01&to=2026-12-31')).json<EReport>();
    expect(report).toMatchObject({
      siren: '732829320',
      currency: 'EUR',
      vat_on_debits: false,
      vat_cents: 2_372,
    });
    expect(report.sales.map(({ date, transactions, net_cents }) => [date, transactions, net_cents])).toEqual([
      ['2026-11-20', 2, 6_583],
      ['2026-12-02', 3, 6_000],
    ]);
    expect(report.payments).toEqual([
      { date: '2026-11-20', rates: [{ rate_bp: 2_000, amount_cents: 7_900 }] },
      {
        date: '2026-11-30',
        rates: [
          { rate_bp: 2_000, amount_cents: 6_000 },
          { rate_bp: 550, amount_cents: 1_055 },
        ],
      },
    ]);
    expect(report.international).toMatchObject([
      {
        country: 'BE',
        vat_number: 'BE0123456749',
        rates: [{ category: 'AE', net_cents: 50_000, vat_cents: 0 }],
      },
    ]);
  });

  it('VAT of a month is told on debits and on cash', async () => {
    const report = (await get('vat?year=2026')).json<VatReport>();
    const [november, december] = report.months.slice(10);
    const tax = (rates: VatReport['months'][number]['on_cash'] = []) =>
      rates.map(({ vat_cents }) => vat_cents);
    expect([tax(november?.on_debits), tax(december?.on_debits)]).toEqual([[1_317], [1_000, 55, 0]]);
    expect([tax(november?.on_cash), tax(december?.on_cash)]).toEqual([[2_317, 55], []]);
  });

  it('closings are listed by period, the newest first', async () => {
    const first = (await get('closings?limit=2')).json<ClosingList>();
    expect(first.closings.map(({ from_day }) => from_day)).toEqual(['2026-12-31', '2026-12-30']);
    const next = (await get(`closings?limit=2&cursor=${first.next_cursor}`)).json<ClosingList>();
    expect(next.closings[0]?.from_day).toBe('2026-12-29');
    const [year] = (await get('closings?period=year')).json<ClosingList>().closings;
    expect(year).toMatchObject({ from_day: '2026-01-01', invoice_count: 5, credit_count: 1 });
  });

  it('the archive of a year proves each of its files, and the book says that it was made', async () => {
    const [row] = await app.get(DataSource).query<{ id: Uuid; number: string }[]>(
      `SELECT document.id, invoice.number FROM billing.invoice_document document
         JOIN billing.invoice ON invoice.id = document.invoice_id ORDER BY invoice.seq LIMIT 1`,
    );
    const draft = await app
      .get(StoredFiles)
      .draft('billing', 'x.pdf', 'application/pdf', Buffer.from('%PDF-1.7'));
    const documents = app.get(InvoiceDocumentRepository);
    const claim = await documents.claim(clock.now(), new Date(clock.now().getTime() + 60_000));
    await app.get(UnitOfWork).run(async (tx) => {
      if (claim)
        await documents.markReady(tx, claim, {
          fileId: draft.id,
          sha256: draft.sha256,
          readyAt: clock.now(),
          templateVersion: null,
        });
      await app.get(StoredFiles).keep(tx, draft);
    });
    const answer = await get('archive.zip?year=2026');
    const files = readZip(answer.rawPayload);
    const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '') as {
      documents_waiting: number;
      files: { path: string; bytes: number; sha256: string }[];
    };
    expect(manifest.files.map(({ path }) => path)).toEqual([
      ...['index.html', 'factures.jsonl', 'journal.jsonl', 'clotures.jsonl'],
      `documents/${row?.number}.pdf`,
    ]);
    for (const { path, bytes, sha256 } of manifest.files) {
      const content = files.get(path) ?? Buffer.alloc(0);
      expect([content.byteLength, createHash('sha256').update(content).digest('hex')], path).toEqual([
        bytes,
        sha256,
      ]);
    }
    expect(manifest.documents_waiting).toBe(5);
    expect(files.get('factures.jsonl')?.toString().trim().split('\n')).toHaveLength(6);
    expect(files.get('index.html')?.toString()).toContain('Archive de facturation 2026');
    const [told] = await app
      .get(DataSource)
      .query<{ detail: object }[]>(
        `SELECT detail FROM billing.ledger_event WHERE kind = 'archive-made' ORDER BY seq DESC LIMIT 1`,
      );
    const proof = createHash('sha256')
      .update(files.get('manifest.json') ?? '')
      .digest('hex');
    expect(told?.detail).toEqual({ year: '2026', files: '5', manifest_sha256: proof });
    expect(await app.get(VerifyInvoiceChain).execute()).toMatchObject({ valid: true, checked: 6 });
  });

  it('no document of ten years can be forgotten (I18)', async () => {
    const [file] = await app
      .get(DataSource)
      .query<{ id: Uuid }[]>(`SELECT file_id AS id FROM billing.invoice_document WHERE state = 'ready'`);
    const forget = app.get(DataSource).query('DELETE FROM platform.stored_file WHERE id = $1', [file?.id]);
    await expect(forget).rejects.toThrow('accounting document');
  });
});
