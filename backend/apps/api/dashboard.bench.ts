import { performance } from 'node:perf_hooks';
import { fastify, type FastifyInstance } from 'fastify';
import pg from 'pg';
import type { AccessGrant } from '@calmness/contracts';
import { Academy, demoPassword } from '@calmness/academy';
import type { BenchRow } from '@calmness/platform/testing';

const requests = 600;
const clients = 8;

/** The questions the dashboard asks PostgreSQL, without anything around them. */
const questions = [
  'SELECT * FROM accounts.member WHERE id = $1',
  'SELECT * FROM accounts.activity WHERE member_id = $1 ORDER BY at DESC, event_id DESC LIMIT 10',
  'SELECT * FROM billing.subscription WHERE member_id = $1 ORDER BY ends_on DESC',
  `SELECT sum(amount_cents) FILTER (WHERE status = 'validated') AS total,
          count(*) FILTER (WHERE status = 'pending') AS pending FROM billing.payment WHERE member_id = $1`,
  `SELECT * FROM billing.payment WHERE member_id = $1 AND status IN ('pending', 'proof_sent') LIMIT 1`,
  `SELECT count(*) FROM notifications.notification
    WHERE member_id = $1 AND read_at IS NULL AND deleted_at IS NULL`,
];

async function startBare(
  databaseUrl: string,
  memberId: string,
): Promise<{ url: string; server: FastifyInstance; pool: pg.Pool }> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  const server = fastify();
  server.get('/', async () => {
    const answers = await Promise.all(questions.map((question) => pool.query(question, [memberId])));
    return answers.map((answer) => answer.rows as unknown[]);
  });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  return { url, server, pool };
}

/** Requests per second with eight callers, after a warm-up of a tenth. */
async function rate(url: string, headers: Record<string, string>): Promise<number> {
  const ask = async (): Promise<void> => {
    const answer = await fetch(url, { headers });
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
    await answer.arrayBuffer();
  };
  for (let index = 0; index < requests / 10; index += 1) await ask();
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let index = 0; index < requests / clients; index += 1) await ask();
    }),
  );
  return requests / ((performance.now() - began) / 1_000);
}

/** Dashboard reads per second, against a bare Fastify and pg that ask the same of the same database. */
export async function run(): Promise<BenchRow[]> {
  const academy = await Academy.open();
  try {
    const login = await fetch(`${academy.url}/api/auth/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'test@calmnessfi.com', password: demoPassword }),
    });
    const { access_token: token, user } = (await login.json()) as AccessGrant;
    const bare = await startBare(academy.databaseUrl, user.id);
    const reference = await rate(bare.url, {});
    const ours = await rate(`${academy.url}/api/auth/user/dashboard/`, { Authorization: `Bearer ${token}` });
    await bare.server.close();
    await bare.pool.end();
    return [
      {
        name: 'dashboard reads/s',
        value: ours.toFixed(0),
        reference: `${reference.toFixed(0)} bare Fastify + pg`,
        ratio: ours / reference,
        note: `${clients} callers, ${requests} requests`,
      },
    ];
  } finally {
    await academy.stop();
  }
}
