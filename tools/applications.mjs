import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Failure } from './failure.mjs';
import { run, start } from './processes.mjs';
import { cacheFolder, dataFolder, root } from './workspace.mjs';

const PATIENCE_MS = 60_000;
const WORKER_PATIENCE_MS = 6_000;
export const logFolder = join(dataFolder, 'logs');
const mainOf = (app) => join(root, 'dist', app, 'main.mjs');

/** What api, worker and cli are told. Everything else they read (vendors, clock, Redis) passes through. */
export function applicationEnvironment({ databaseUrl, port, chromium }) {
  return {
    NODE_ENV: process.env.NODE_ENV ?? 'development',
    DATABASE_URL: databaseUrl,
    ...(port && { PORT: String(port) }),
    CALMNESS_DATA_DIR: process.env.CALMNESS_DATA_DIR ?? dataFolder,
    CALMNESS_WEB_ROOT: process.env.CALMNESS_WEB_ROOT ?? join(root, 'dist', 'web', 'browser'),
    ...(chromium && { CHROMIUM_PATH: chromium }),
    TZ: 'UTC',
    // Compiled code is kept between starts: it halves the time to listen.
    NODE_COMPILE_CACHE: join(cacheFolder, 'compiled'),
  };
}

/** Tables and demo data, both idempotent, in one process because starting one costs a second. */
export async function prepareDatabase(environment) {
  mkdirSync(logFolder, { recursive: true });
  const logFile = join(logFolder, 'cli.log');
  const { code } = await run([process.execPath, mainOf('cli'), 'db:migrate', 'db:seed'], {
    env: environment,
    logFile,
  });
  if (code !== 0) throw new Failure(`The database could not be prepared:\n${tail(logFile)}`);
}

/** Starts api and worker, and waits until the api says that it can serve. */
export async function openApplications(environment, port) {
  const children = ['api', 'worker'].map((app) => startApplication(app, environment));
  const firstEnd = Promise.race(
    children.map(async ({ app, child, logFile }) => {
      await child.ended;
      return `The ${app} stopped by itself; the end of its log (${relative(root, logFile)}):\n${tail(logFile)}`;
    }),
  );
  const health = await Promise.race([
    ready(port),
    firstEnd.then((message) => Promise.reject(new Failure(message))),
  ]);
  return { health, firstEnd };
}

/** The open channel is how a child knows that its launcher lives: it ends when the channel does. */
function startApplication(app, environment) {
  const logFile = join(logFolder, `${app}.log`);
  const log = openSync(logFile, 'w');
  const child = start([process.execPath, '--enable-source-maps', mainOf(app)], {
    env: environment,
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  return { app, child, logFile };
}

/** Ready means that the api serves; the worker, which knows the vendors, gets a moment to report. */
async function ready(port) {
  let answer;
  const began = Date.now();
  while (Date.now() - began < PATIENCE_MS) {
    answer = await askHealth(port);
    if (answer.ok && (answer.body.worker !== 'silent' || Date.now() - began > WORKER_PATIENCE_MS))
      return answer.body;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  throw new Failure(
    `The api was not ready after ${PATIENCE_MS / 1_000} s (${answer.reason}); its log: ${join(logFolder, 'api.log')}`,
  );
}

async function askHealth(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/health/ready`, {
      signal: AbortSignal.timeout(3_000),
    });
    const body = await response.json();
    return { ok: response.ok, body, reason: JSON.stringify(body) };
  } catch (error) {
    return { ok: false, reason: error.message };
  }
}

function tail(file) {
  return readFileSync(file, 'utf8').trim().split('\n').slice(-15).join('\n');
}
