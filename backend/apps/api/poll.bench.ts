import { performance } from 'node:perf_hooks';
import pg from 'pg';
import type { AccessGrant } from '@calmness/contracts';
import { Academy, demoPassword } from '@calmness/academy';
import type { BenchRow } from '@calmness/platform/testing';

const rounds = 20;
const questionsARound = 100;
const unread = 200;

/** One row in ten is the reader's; the rest belongs to a thousand others. All but his newest are read. */
const crowd = `
  INSERT INTO notifications.notification
    (id, member_id, type, category, severity, title, body, url, dedupe_key, created_at, seen_at, read_at)
  SELECT ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
         CASE WHEN n % 10 = 0 THEN $1::uuid ELSE md5((n % 1000)::text)::uuid END,
         'payment_received', 'billing', 'success', 'Paiement reçu', 'Merci, votre accès est ouvert.',
         '/user/payments', 'bench|' || n, at, at, CASE WHEN n <= $2 - 10 * ${unread} THEN at END
    FROM generate_series(1, $2::int) AS n, LATERAL (SELECT now() - ($2 - n) * interval '1 second' AS at) AS t`;

interface Reader {
  academy: Academy;
  times: number[];
  ask: () => Promise<void>;
}

/** An academy whose table holds that many rows, and its reader's poll. */
async function openReader(rows: number): Promise<Reader> {
  const academy = await Academy.open();
  await academy.killWorker();
  const login = await fetch(`${academy.url}/api/auth/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'test@calmnessfi.com', password: demoPassword }),
  });
  const { access_token: token, user } = (await login.json()) as AccessGrant;
  const pool = new pg.Pool({ connectionString: academy.databaseUrl });
  await pool.query(crowd, [user.id, rows]);
  await pool.query('VACUUM ANALYZE notifications.notification');
  await pool.end();
  const url = `${academy.url}/api/auth/user/notifications/?unread_only=true&limit=1`;
  const headers = { Authorization: `Bearer ${token}` };
  const ask = async (): Promise<void> => {
    const answer = await fetch(url, { headers });
    const { unread_count } = (await answer.json()) as { unread_count: number };
    if (unread_count < unread) throw new Error(`The poll counts ${unread_count} of ${unread}`);
  };
  return { academy, times: [], ask };
}

async function askARound({ ask, times }: Reader): Promise<void> {
  for (let index = 0; index < questionsARound; index += 1) {
    const began = performance.now();
    await ask();
    times.push(performance.now() - began);
  }
}

const share = (times: number[], part: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0;

/** What the bell asks every 30 seconds, in a small table and in one a hundred times its size, by turns. */
export async function run(): Promise<BenchRow[]> {
  const [small, large] = [await openReader(10_000), await openReader(1_000_000)];
  try {
    for (const reader of [small, large]) await askARound(reader);
    for (const reader of [small, large]) reader.times.length = 0;
    for (let round = 0; round < rounds; round += 1)
      for (const reader of [small, large]) await askARound(reader);
    const [ours, reference] = [share(large.times, 0.5), share(small.times, 0.5)];
    return [
      {
        name: 'poll with 1 000 000 notifications, median ms',
        value: ours.toFixed(2),
        reference: `${reference.toFixed(2)} with 10 000`,
        ratio: ours / reference,
        note: `${unread} unread, 100 000 his own; p95 ${share(large.times, 0.95).toFixed(2)} ms`,
      },
    ];
  } finally {
    await Promise.all([small.academy.stop(), large.academy.stop()]);
  }
}
