import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A whole academy for one test file: the built api and worker on a database and a port of their own. */
export interface Academy {
  url: string;
  databaseUrl: string;
  /** Ends the worker without a farewell, as a power cut would. */
  killWorker(): Promise<void>;
  startWorker(): Promise<void>;
  /** Runs commands of the command line, e.g. `db:seed`. @throws Error with what it printed */
  cli(...commands: string[]): Promise<string>;
  stop(): Promise<void>;
}

export const demoPassword = 'Test123!';

const need = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: run this through \`npm test -- --only api,browser\``);
  return value;
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function asOwner(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: need('CALMNESS_TEST_DATABASE_URL') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function until(condition: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = performance.now() + 45_000;
  while (performance.now() < deadline) {
    if (await condition().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Waited in vain for ${what}`);
}

/** Starts an academy with the demonstration in it. */
export async function openAcademy(settings: Record<string, string> = {}): Promise<Academy> {
  const name = `academy_${randomBytes(5).toString('hex')}`;
  await asOwner(`CREATE DATABASE ${name}`);
  const databaseUrl = Object.assign(new URL(need('CALMNESS_TEST_DATABASE_URL')), {
    pathname: `/${name}`,
  }).toString();
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'calmness-academy-'));
  const url = `http://localhost:${port}`;
  const dist = need('CALMNESS_TEST_DIST');
  const environment = {
    PATH: process.env['PATH'] ?? '',
    NODE_ENV: 'development',
    TZ: 'UTC',
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    PUBLIC_BASE_URL: url,
    CALMNESS_HTTP_HOST: 'localhost',
    CALMNESS_DATA_DIR: folder,
    CALMNESS_WEB_ROOT: join(dist, 'web', 'browser'),
    CALMNESS_LOG_LEVEL: 'warn',
    ...(process.env['CHROMIUM_PATH'] ? { CHROMIUM_PATH: process.env['CHROMIUM_PATH'] } : {}),
    ...settings,
  };
  const run = (app: string, ...argv: string[]): ChildProcess => {
    const log = openSync(join(folder, `${app}.log`), 'a');
    return spawn(process.execPath, ['--enable-source-maps', join(dist, app, 'main.mjs'), ...argv], {
      env: environment,
      stdio: ['ignore', log, log, 'ipc'],
    });
  };
  const cli = async (...commands: string[]): Promise<string> => {
    const [code] = (await once(run('cli', ...commands), 'exit')) as [number];
    const said = readFileSync(join(folder, 'cli.log'), 'utf8');
    if (code !== 0) throw new Error(said);
    return said;
  };
  await cli('db:migrate', 'db:seed');
  const api = run('api');
  let worker = run('worker');
  const ready = (): Promise<boolean> => fetch(`${url}/api/health/ready`).then((answer) => answer.ok);
  await until(ready, `the api (${folder}/api.log)`);
  const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return {
    url,
    databaseUrl,
    cli,
    killWorker: () => end(worker, 'SIGKILL'),
    startWorker: () => {
      worker = run('worker');
      return Promise.resolve();
    },
    stop: async () => {
      await Promise.all([end(api, 'SIGTERM'), end(worker, 'SIGTERM')]);
      await asOwner(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}
