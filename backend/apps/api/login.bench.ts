import { performance } from 'node:perf_hooks';
import { hash, verify } from '@node-rs/argon2';
import pg from 'pg';
import { Academy, demoPassword } from '@calmness/academy';
import type { BenchRow } from '@calmness/platform/testing';

const callers = 20;
const logins = 200;

const headers = { 'Content-Type': 'application/json' };

/** As many members as callers, copied from the demonstration with its password. */
const crowd = `
  INSERT INTO accounts.member
  SELECT (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'email', 'bench' || n || '@example.fr'))).*
    FROM accounts.member m, generate_series(1, ${callers}) AS n WHERE m.email = 'test@calmnessfi.com'`;

/** Milliseconds of the slowest one in twenty, with twenty at a time; each caller is told who he is. */
async function p95(work: (caller: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  let left = logins;
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      while (left-- > 0) {
        const began = performance.now();
        await work(caller);
        times.push(performance.now() - began);
      }
    }),
  );
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}

/** Logs one of the crowd in; answers the cookie his browser is recognised by. */
async function logIn(academy: Academy, caller: number, cookie = ''): Promise<string> {
  const answer = await fetch(`${academy.url}/api/auth/login`, {
    method: 'POST',
    headers: { ...headers, cookie },
    body: JSON.stringify({ email: `bench${caller + 1}@example.fr`, password: demoPassword }),
  });
  if (!answer.ok) throw new Error(`A login answered ${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
  const device = answer.headers.getSetCookie().find((line) => line.startsWith('calmness_device='));
  return device?.split(';', 1)[0] ?? cookie;
}

/** Logins under twenty callers at once, against the password hash alone (argon2id at the same cost). */
export async function run(): Promise<BenchRow[]> {
  const academy = await Academy.open();
  const pool = new pg.Pool({ connectionString: academy.databaseUrl });
  try {
    await pool.query(crowd);
    await academy.killWorker();
    const stored = await hash(demoPassword);
    const reference = await p95(() => verify(stored, demoPassword));
    const devices: string[] = [];
    for (let caller = 0; caller < callers; caller += 1) devices.push(await logIn(academy, caller));
    const ours = await p95((caller) => logIn(academy, caller, devices[caller]));
    return [
      {
        name: 'login p95, ms',
        value: ours.toFixed(0),
        reference: `${reference.toFixed(0)} argon2id alone`,
        ratio: ours / reference,
        note: `${logins} logins, ${callers} at a time`,
      },
    ];
  } finally {
    await pool.end();
    await academy.stop();
  }
}
