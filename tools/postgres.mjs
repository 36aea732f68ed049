import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from './failure.mjs';
import { findPostgres, handOver, majorVersion, makePassable } from './postgres-binaries.mjs';
import { isAlive } from './pids.mjs';
import { freePort } from './ports.mjs';
import { run, start } from './processes.mjs';
import { abandonedRuns, remove, runFolderIn } from './run-folder.mjs';
import { cacheFolder, dataFolder } from './workspace.mjs';

const PREFERRED_PORT = 54_329;
const superuser = 'calmness';

/** The demo's own cluster: kept between starts; one folder per major version, so an upgrade starts clean. */
export async function openPersistentCluster() {
  const postgres = findPostgres();
  const folder = join(postgres.clusterParent ?? dataFolder, `postgres-${majorVersion(postgres)}`);
  const adopted = await adopt(folder);
  if (adopted) return adopted;
  await createCluster(postgres, folder);
  const port = await freePort(PREFERRED_PORT);
  return await serve(postgres, folder, port, { shared_buffers: '64MB' });
}

/** A cluster for one run of tests or benches, deleted afterwards; those of killed runs are swept first. */
export async function openThrowAwayCluster(settings) {
  const postgres = findPostgres();
  const parent = postgres.clusterParent ?? cacheFolder;
  for (const abandoned of abandonedRuns(parent)) await sweep(abandoned);
  const folder = join(runFolderIn(parent), 'postgres');
  await createCluster(postgres, folder);
  const port = await freePort();
  let server = await serve(postgres, folder, port, settings);
  return {
    ...server,
    /** Ends the server and keeps its files and its port, as an upgrade or a power cut would. */
    pause: () => server.stop(),
    resume: async () => {
      server = await serve(postgres, folder, port, settings);
    },
    stop: async () => {
      await server.stop();
      remove(runFolderIn(parent));
    },
  };
}

/** initdb with everything the environment could change said aloud: encoding, locale, authentication. */
async function createCluster(postgres, folder) {
  if (existsSync(join(folder, 'password'))) return;
  rmSync(folder, { recursive: true, force: true });
  makePassable(dirname(folder), postgres.account);
  mkdirSync(folder, { mode: 0o700 });
  handOver(folder, postgres.account);
  const passwordFile = join(folder, 'password.new');
  const password = randomBytes(24).toString('base64url');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  handOver(passwordFile, postgres.account);
  const { code, output } = await run(
    [
      postgres.creator,
      '-D',
      join(folder, 'data'),
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
    ].concat(['--encoding=UTF8', '--locale=C', '-A', 'scram-sha-256', '--no-instructions']),
    { cwd: folder, ...postgres.account, env: { LC_ALL: 'C' } },
  );
  if (code !== 0)
    throw new Failure(`PostgreSQL could not create its files in ${folder}: ${lastLine(output)}`);
  // Its presence says that the cluster is complete: a start killed half-way begins again.
  writeFileSync(join(folder, 'password'), password, { mode: 0o600 });
  handOver(join(folder, 'password'), postgres.account);
  rmSync(passwordFile);
}

async function serve(postgres, folder, port, settings) {
  const logFile = join(folder, 'server.log');
  const log = openSync(logFile, 'w', 0o600);
  const options = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    timezone: 'UTC',
    ...settings,
  };
  const child = start(
    [postgres.server, '-D', join(folder, 'data')].concat(
      Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ),
    {
      cwd: folder,
      ...postgres.account,
      stdio: ['ignore', log, log],
      env: { LC_ALL: 'C' },
      stopSignal: 'SIGINT',
    },
  );
  closeSync(log);
  child.isService = true;
  const cluster = describe(folder, port, child.pid);
  const ended = child.ended.then(() => 'ended');
  if ((await Promise.race([cluster.answers(30_000), ended])) !== true)
    throw new Failure(
      `PostgreSQL did not start: ${lastLine(readFileSync(logFile, 'utf8'))} (see ${logFile})`,
    );
  return { ...cluster, child };
}

function describe(folder, port, pid) {
  const password = readFileSync(join(folder, 'password'), 'utf8');
  const url = (database) => `postgres://${superuser}:${password}@127.0.0.1:${port}/${database}`;
  return {
    url,
    port,
    answers: (patience) => answers(url('postgres'), patience),
    stop: () => stopServer(pid),
  };
}

/** A launcher that was killed left its server alive: go on with that one, and stop it in the end. */
async function adopt(folder) {
  const lines = readPostmasterFile(folder);
  if (!lines || !isAlive(lines.pid)) return undefined;
  const cluster = describe(folder, lines.port, lines.pid);
  return (await cluster.answers(5_000)) ? { ...cluster, adopted: true } : undefined;
}

function readPostmasterFile(folder) {
  const file = join(folder, 'data', 'postmaster.pid');
  if (!existsSync(file) || !existsSync(join(folder, 'password'))) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/** SIGINT is PostgreSQL's fast shutdown: sessions are cut, everything committed is on disk. */
async function stopServer(pid) {
  for (const signal of ['SIGINT', 'SIGKILL']) {
    if (isAlive(pid)) process.kill(pid, signal);
    for (const deadline = Date.now() + 8_000; isAlive(pid) && Date.now() < deadline;) await pause(25);
  }
}

async function sweep(run) {
  const server = await adopt(join(run, 'postgres'));
  await server?.stop();
  remove(run);
}

/** Runs administration statements over the superuser's connection. */
export async function administer(url, work) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function ensureDatabase(cluster, name, { fresh = false } = {}) {
  await administer(cluster.url('postgres'), async (client) => {
    if (fresh) await client.query(`drop database if exists "${name}" with (force)`);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database "${name}"`);
  });
  return cluster.url(name);
}

async function answers(url, patience) {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await pause(30)) {
    const ready = await administer(url, () => true).catch(() => false);
    if (ready) return true;
  }
  return false;
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function lastLine(text) {
  return text.trim().split('\n').at(-1) ?? '';
}
