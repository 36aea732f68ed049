import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';

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

interface Site {
  name: string;
  folder: string;
  url: string;
  databaseUrl: string;
  environment: Record<string, string>;
}

async function prepareSite(settings: Record<string, string>): Promise<Site> {
  const name = `academy_${randomBytes(5).toString('hex')}`;
  await asOwner(`CREATE DATABASE ${name}`);
  const databaseUrl = Object.assign(new URL(need('CALMNESS_TEST_DATABASE_URL')), {
    pathname: `/${name}`,
  }).toString();
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'calmness-academy-'));
  const url = `http://localhost:${port}`;
  const environment = {
    PATH: process.env['PATH'] ?? '',
    NODE_ENV: 'development',
    TZ: 'UTC',
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    PUBLIC_BASE_URL: url,
    CALMNESS_HTTP_HOST: 'localhost',
    CALMNESS_DATA_DIR: folder,
    CALMNESS_WEB_ROOT: join(need('CALMNESS_TEST_DIST'), 'web', 'browser'),
    CALMNESS_LOG_LEVEL: 'warn',
    ...(process.env['CHROMIUM_PATH'] ? { CHROMIUM_PATH: process.env['CHROMIUM_PATH'] } : {}),
    ...settings,
  };
  return { name, folder, url, databaseUrl, environment };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

/** A whole academy for one test file: the built api and worker on a database and a port of their own. */
export class Academy {
  private readonly api: ChildProcess;
  private worker: ChildProcess;

  private constructor(private readonly site: Site) {
    this.api = this.run('api');
    this.worker = this.run('worker');
  }

  /** Starts an academy with the demonstration in it. */
  static async open(settings: Record<string, string> = {}): Promise<Academy> {
    const site = await prepareSite(settings);
    await runCommands(site, 'db:migrate', 'db:seed');
    const academy = new Academy(site);
    const ready = (): Promise<boolean> => fetch(`${site.url}/api/health/ready`).then((answer) => answer.ok);
    await until(ready, `the api (${site.folder}/api.log)`);
    return academy;
  }

  get url(): string {
    return this.site.url;
  }

  get databaseUrl(): string {
    return this.site.databaseUrl;
  }

  /** Runs commands of the command line, e.g. `db:seed`. @throws Error with what it printed */
  cli(...commands: string[]): Promise<string> {
    return runCommands(this.site, ...commands);
  }

  /** Ends the worker without a farewell, as a power cut would. */
  killWorker(): Promise<void> {
    return end(this.worker, 'SIGKILL');
  }

  startWorker(): void {
    this.worker = this.run('worker');
  }

  async stop(): Promise<void> {
    await Promise.all([end(this.api, 'SIGTERM'), end(this.worker, 'SIGTERM')]);
    await asOwner(`DROP DATABASE IF EXISTS ${this.site.name} WITH (FORCE)`);
  }

  private run(app: string): ChildProcess {
    return startProcess(this.site, app);
  }
}

function startProcess(site: Site, app: string, ...argv: string[]): ChildProcess {
  const log = openSync(join(site.folder, `${app}.log`), 'a');
  const main = join(need('CALMNESS_TEST_DIST'), app, 'main.mjs');
  return spawn(process.execPath, ['--enable-source-maps', main, ...argv], {
    env: site.environment,
    stdio: ['ignore', log, log, 'ipc'],
  });
}

async function runCommands(site: Site, ...commands: string[]): Promise<string> {
  const [code] = (await once(startProcess(site, 'cli', ...commands), 'exit')) as [number];
  const said = readFileSync(join(site.folder, 'cli.log'), 'utf8');
  if (code !== 0) throw new Error(said);
  return said;
}
