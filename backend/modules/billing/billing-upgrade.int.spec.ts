import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import { revertMigrations, runMigrations } from '@calmness/platform/database';
import {
  createTestDatabase,
  everyMigration,
  migrationsBefore,
  startTestContext,
  type TestContext,
  type TestDatabase,
} from '@calmness/platform/testing';
import { BillingModule } from './billing.module';
import { VerifyInvoiceChain } from './invoices/application/verify-invoice-chain';
import { InvoiceRepository } from './invoices/persistence/invoice.repository';
import { anOrder, issued } from './testing/orders';
import { openShop } from './testing/shop';

const nothing = '0'.repeat(64);
const id = (n: number) => `01890000-0000-7000-8000-00000000000${n}`;
const [issuerId, memberId] = [id(1), id(2)];
const issuer = {
  ...{ version: 1, legalName: 'Calmness SAS', legalForm: 'SAS', capitalCents: '100000' },
  ...{ isSoleTrader: false, siren: '732829320', siret: '73282932000074', rcsCity: 'Paris' },
  ...{ vatNumber: 'FR44732829320', vatRegime: 'normal', vatOnDebits: false },
  ...{ addressLines: ['1 rue de la Paix'], postalCode: '75002', city: 'Paris', country: 'FR' },
  email: 'factures@example.fr',
};
const mention = { code: 'paid', text: 'Facture acquittée.', legalRef: 'CGI, ann. II, art. 242 nonies A' };

/** An invoice as the first release sealed it: its content is written out here, whatever the code says now. */
function firstRelease(n: number) {
  const [line, vat] = [
    {
      ...{ position: 1, label: 'Essentiel, 1\u00A0mois', detail: 'Accès d’un mois', quantity: '1.000' },
      ...{ unitNet: '40.830000', netCents: 4_083, vatCategory: 'S', rateBp: 2_000 },
    },
    { position: 1, category: 'S', rateBp: 2_000, baseCents: 4_083, vatCents: 817 },
  ];
  return {
    ...{ id: id(n + 2), type: '380', series: 'CT', year: 2026, seq: n, number: `CT-20260702-000${n}` },
    ...{ frame: 'S2', priceMode: 'TTC', idempotencyKey: `payment:${n}` },
    ...{ issuedAt: `2026-07-02T0${n}:00:00.000Z`, issueDate: '2026-07-02', supplyFrom: '2026-07-02' },
    ...{ supplyTo: '2026-08-01', dueDate: '2026-07-01', currency: 'EUR' },
    ...{ netCents: 4_083, vatCents: 817, totalCents: 4_900, paidCents: 4_900 },
    ...{ memberId, issuerId, issuer, buyer: { kind: 'person', name: 'Awa Diallo' } },
    ...{ mentions: [mention], isDemo: false, lines: [line], vat: [vat] },
    paymentNote: {
      method: 'paypal',
      reference: 'CAL-7K3M9Q',
      transactionNumber: 'X1',
      receivedOn: '2026-07-01',
    },
  };
}

function link(previous: string, content: object): string {
  return createHash('sha256')
    .update(`${previous}\n${canonicalize(content) ?? ''}`)
    .digest('hex');
}

async function writeInvoice(client: pg.Client, content: ReturnType<typeof firstRelease>, previous: string) {
  const { lines, vat, ...header } = content;
  const hash = link(previous, content);
  const snake = (row: object) =>
    JSON.stringify(
      Object.fromEntries(
        Object.entries(row).map(([key, value]: [string, unknown]) => [
          key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
          value,
        ]),
      ),
    );
  const insert = (table: string, row: object) =>
    client.query(
      `INSERT INTO billing.${table} SELECT * FROM jsonb_populate_record(NULL::billing.${table}, $1)`,
      [snake(row)],
    );
  await client.query('BEGIN');
  for (const line of lines) await insert('invoice_line', { ...line, invoiceId: content.id });
  for (const rate of vat) await insert('invoice_vat', { ...rate, invoiceId: content.id });
  await insert('invoice', { ...header, prevHash: previous, hash });
  await client.query(
    `UPDATE billing.invoice_chain SET length = length + 1, last_number = $1, last_issue_date = $2, last_hash = $3`,
    [content.number, content.issueDate, hash],
  );
  await client.query('COMMIT');
  return hash;
}

async function writeLedger(
  client: pg.Client,
  seq: number,
  content: ReturnType<typeof firstRelease>,
  previous: string,
) {
  const [at, day] = [content.issuedAt, content.issueDate];
  const [invoiceId, detail] = [content.id, { number: content.number }];
  const fact = { seq, kind: 'invoice-issued', at, day, invoiceId, amountCents: content.totalCents, detail };
  const hash = link(previous, fact);
  await client.query(
    `INSERT INTO billing.ledger_event (seq, kind, at, day, invoice_id, amount_cents, detail, prev_hash, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [seq, fact.kind, at, day, invoiceId, fact.amountCents, detail, previous, hash],
  );
  await client.query('UPDATE billing.ledger_head SET last_seq = $1, last_hash = $2', [seq, hash]);
  return hash;
}

describe('an academy that invoiced before there were companies and credit notes', () => {
  let database: TestDatabase;
  let client: pg.Client;
  let context: TestContext | undefined;
  afterEach(async () => {
    await context?.close();
    context = undefined;
    await client.end();
    await database.drop();
  });

  const older = async () => {
    database = await createTestDatabase('empty');
    const before = migrationsBefore('BillingInvoices');
    await runMigrations(database.url, before);
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      `INSERT INTO billing.issuer (id, version, legal_name, legal_form, capital_cents, is_sole_trader, siren, siret,
         rcs_city, vat_number, vat_regime, vat_on_debits, address_lines, postal_code, city, country, email, is_demo, valid_from)
       VALUES ($1, 1, 'Calmness SAS', 'SAS', 100000, false, '732829320', '73282932000074', 'Paris', 'FR44732829320',
         'normal', false, ARRAY['1 rue de la Paix'], '75002', 'Paris', 'FR', 'factures@example.fr', false, '2026-01-01T00:00Z')`,
      [issuerId],
    );
    await client.query(`INSERT INTO billing.number_counter VALUES ('CT', 2026, 2)`);
    let [chain, ledger] = [nothing, nothing];
    for (const n of [1, 2]) {
      const content = firstRelease(n);
      chain = await writeInvoice(client, content, chain);
      ledger = await writeLedger(client, n, content, ledger);
    }
    return before;
  };
  const hashes = async () =>
    (await client.query<{ hash: string }>('SELECT hash FROM billing.invoice ORDER BY seq')).rows;

  it('keeps its invoices and its book to the byte, proves them, and continues them', async () => {
    await older();
    const before = await hashes();
    await runMigrations(database.url, everyMigration);
    expect(await hashes()).toEqual(before);
    context = await startTestContext({ databaseUrl: database.url, imports: [AccountsModule, BillingModule] });
    const verify = () => context?.get(VerifyInvoiceChain).execute();
    expect(await verify()).toMatchObject({ valid: true, checked: 2 });
    const oldest = await context.get(InvoiceRepository).find(id(3) as never);
    expect(oldest).toMatchObject({ contentVersion: 1, payments: [{ transactionNumber: 'X1' }], links: [] });
    await openShop(context, null);
    expect((await issued(context, anOrder(memberId as never))).number).toBe('CT-20261120-0003');
    expect(await verify()).toMatchObject({ valid: true, checked: 3 });
    await client.query(`BEGIN; SET LOCAL session_replication_role = replica;
      UPDATE billing.invoice SET payment_note = payment_note || '{"transactionNumber": "X2"}' WHERE seq = 2; COMMIT`);
    expect(await verify()).toMatchObject({ valid: false, checked: 1, firstBrokenNumber: 'CT-20260702-0002' });
  });

  it('is given back its tables as they were when the change is taken back', async () => {
    const before = await older();
    const rows = async () =>
      (await client.query<object>('SELECT * FROM billing.ledger_event ORDER BY seq')).rows;
    const [invoices, book] = [await hashes(), await rows()];
    await runMigrations(database.url, everyMigration);
    await revertMigrations(database.url, everyMigration, everyMigration.length - before.length);
    expect(await hashes()).toEqual(invoices);
    expect(await rows()).toEqual(book);
    await runMigrations(database.url, everyMigration);
  });
});
