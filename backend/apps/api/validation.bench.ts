import { performance } from 'node:perf_hooks';
import { fastify, type FastifyInstance } from 'fastify';
import pg from 'pg';
import type { AccessGrant, AdminPaymentList } from '@calmness/contracts';
import { Academy, demoPassword } from '@calmness/academy';
import type { BenchRow } from '@calmness/platform/testing';

const payments = 200;
const clients = 8;

/** Members with one pending payment each, copied from the demonstration. */
const crowd = `
  WITH people AS (
    INSERT INTO accounts.member
    SELECT (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'email', 'bench' || n || '@example.fr'))).*
      FROM accounts.member m, generate_series(1, ${payments}) AS n WHERE m.email = 'test@calmnessfi.com'
    RETURNING id, email)
  INSERT INTO billing.payment
  SELECT (jsonb_populate_record(p, jsonb_build_object(
           'id', gen_random_uuid(), 'member_id', people.id, 'idempotency_key', NULL, 'reference',
           'CAL-' || translate(lpad(substr(people.email, 6, length(people.email) - 16), 6, '0'),
                               '0123456789', 'ABCDEFGHJK')))).*
    FROM people, billing.payment p
   WHERE p.id = (SELECT id FROM billing.payment WHERE status = 'pending' LIMIT 1)`;

const copies = [
  'payment',
  'number_counter',
  'subscription',
  'invoice',
  'invoice_line',
  'invoice_vat',
  'allocation',
  'ledger_event',
  'invoice_document',
];

/** What a validation writes, statement by statement, into tables without triggers or constraints. */
const statements = [
  'SELECT * FROM bare.payment WHERE id = $1 FOR UPDATE',
  'SELECT * FROM bare.number_counter FOR UPDATE',
  'UPDATE bare.number_counter SET last_seq = last_seq + 1',
  'INSERT INTO bare.subscription SELECT * FROM billing.subscription LIMIT 1',
  'INSERT INTO bare.invoice_line SELECT * FROM billing.invoice_line LIMIT 1',
  'INSERT INTO bare.invoice_vat SELECT * FROM billing.invoice_vat LIMIT 1',
  'INSERT INTO bare.invoice SELECT * FROM billing.invoice LIMIT 1',
  'INSERT INTO bare.allocation SELECT * FROM billing.allocation LIMIT 1',
  'INSERT INTO bare.ledger_event SELECT * FROM billing.ledger_event LIMIT 1',
  'INSERT INTO bare.invoice_document SELECT * FROM billing.invoice_document LIMIT 1',
  `UPDATE bare.payment SET status = 'validated' WHERE id = $1`,
];

async function startBare(pool: pg.Pool): Promise<{ url: string; server: FastifyInstance }> {
  await pool.query('CREATE SCHEMA bare');
  for (const table of copies) await pool.query(`CREATE TABLE bare.${table} AS TABLE billing.${table}`);
  await pool.query('CREATE INDEX ON bare.payment (id)');
  const server = fastify();
  server.post<{ Params: { id: string } }>('/:id', async ({ params }) => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      for (const statement of statements)
        await client.query(statement, statement.includes('$1') ? [params.id] : []);
      await client.query('COMMIT');
      return { id: params.id };
    } finally {
      client.release();
    }
  });
  return { url: await server.listen({ port: 0, host: '127.0.0.1' }), server };
}

/** Validations per second with eight callers. */
async function rate(
  ids: string[],
  validate: (id: string, turn: number) => Promise<Response>,
): Promise<number> {
  const queue = ids.map((id, turn) => ({ id, turn }));
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let next = queue.pop(); next; next = queue.pop()) {
        const answer = await validate(next.id, next.turn);
        if (!answer.ok) throw new Error(`A validation answered ${answer.status}: ${await answer.text()}`);
      }
    }),
  );
  return ids.length / ((performance.now() - began) / 1_000);
}

async function logIn(academy: Academy): Promise<Record<string, string>> {
  const headers = { 'Content-Type': 'application/json' };
  const login = await fetch(`${academy.url}/api/auth/login`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email: 'admin@calmnessfi.com', password: demoPassword }),
  });
  return { ...headers, Authorization: `Bearer ${((await login.json()) as AccessGrant).access_token}` };
}

/** Payment validations per second, against a bare Fastify and pg that write as much in one transaction. */
export async function run(): Promise<BenchRow[]> {
  const academy = await Academy.open();
  const pool = new pg.Pool({ connectionString: academy.databaseUrl, max: 10 });
  try {
    await pool.query(crowd);
    // What follows from a validation (PDF, mail) is the worker's: its browser would share these cores.
    await academy.killWorker();
    const bare = await startBare(pool);
    const headers = await logIn(academy);
    const found = await pool.query<{ id: string }>(`SELECT id FROM billing.payment WHERE status = 'pending'`);
    const ids = found.rows.map((row) => row.id);
    const reference = await rate(ids, (id) => fetch(`${bare.url}/${id}`, { method: 'POST' }));
    const receivedOn = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());
    const ours = await rate(ids, (id, turn) =>
      fetch(`${academy.url}/api/admin/payments/${id}/validate`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ transaction_number: `BENCH${String(turn)}000`, received_on: receivedOn }),
      }),
    );
    const left = (await (
      await fetch(`${academy.url}/api/admin/payments?status=pending`, { headers })
    ).json()) as AdminPaymentList;
    await bare.server.close();
    return [
      {
        name: 'payment validations/s',
        value: ours.toFixed(0),
        reference: `${reference.toFixed(0)} bare Fastify + pg`,
        ratio: ours / reference,
        note: `${ids.length} payments, ${clients} callers, ${left.counts.pending} left`,
      },
    ];
  } finally {
    await pool.end();
    await academy.stop();
  }
}
