import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { Failure } from './failure.mjs';
import { onOrphaned } from './parent-watch.mjs';
import { root, toolEnvironment } from './workspace.mjs';

const GRACE_MS = 8_000;
const LAST_WORDS_MS = 2_000;
const running = new Set();
const lastWords = [];
const forever = new Promise(() => undefined);
let stopping;
let interrupted = false;

/**
 * Starts a program in its own process group, so that Ctrl-C reaches only the launcher, which then
 * stops everything in order, grandchildren included.
 */
export function start(command, options = {}) {
  if (stopping) throw new Failure('Stopping.');
  const { env, stopSignal = 'SIGTERM', ...rest } = options;
  const child = spawn(command[0], command.slice(1), {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
    ...rest,
    env: toolEnvironment(env),
  });
  child.ownGroup = options.detached ?? process.platform !== 'win32';
  child.stopSignal = stopSignal;
  running.add(child);
  child.gone = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, error }));
    child.once('exit', (code, signal) => resolve({ code: code ?? 1, signal }));
  }).finally(() => {
    running.delete(child);
    // What it started itself and forgot: a test's server, a bundler's helper.
    signalGroup(child, 'SIGTERM');
  });
  // Who waits for the outcome is not woken by an interruption: there is nothing left to do with it.
  child.ended = child.gone.then((end) => (interrupted ? forever : end));
  return child;
}

/** Runs to the end and gives back what was written; nothing is thrown for a bad exit code. */
export async function run(command, options = {}) {
  const child = start(command, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const copy = options.logFile ? createWriteStream(options.logFile) : undefined;
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      copy?.write(text);
      if (options.echo) process.stdout.write(text);
    });
  const streamsClosed = new Promise((resolve) => child.once('close', resolve));
  const end = await child.ended;
  // Somebody it left behind may hold the other end open for ever.
  await Promise.race([streamsClosed, new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS).unref())]);
  copy?.end();
  return { ...end, output: end.error ? String(end.error.message) : output };
}

/** SIGTERM (or the program's own polite signal), eight seconds, then KILL; always to the whole group. */
export async function stop(child) {
  if (!running.has(child)) return;
  signalGroup(child, child.stopSignal);
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS);
  await child.gone;
  clearTimeout(timer);
}

function signalGroup(child, signal) {
  try {
    if (!child.ownGroup) child.kill(signal);
    else if (child.pid) process.kill(-child.pid, signal);
  } catch {
    // It ended between the question and the signal.
  }
}

/** Registers what has to happen when this launcher ends; the last registered runs first. */
export function atEnd(action) {
  lastWords.unshift(action);
}

/** Stops every program still running, then runs the registered actions; safe to call twice. */
export function stopEverything() {
  stopping ??= (async () => {
    const services = [...running].filter((child) => child.isService);
    await Promise.all([...running].filter((child) => !child.isService).map(stop));
    for (const action of lastWords) await action().catch((error) => process.stderr.write(`${error}\n`));
    await Promise.all(services.map(stop));
  })();
  return stopping;
}

/**
 * Does the work of a command and leaves nothing behind: not when it ends, not when it fails, not when
 * it is interrupted (then the signal's handler ends the process, and the work is never resumed).
 */
export async function supervise(work) {
  stopOnSignals();
  try {
    const result = await work();
    if (interrupted) await forever;
    return result;
  } catch (error) {
    if (interrupted) await forever;
    throw error;
  } finally {
    await stopEverything();
  }
}

/** Ctrl-C, a terminal that closes, `kill`: each ends in the same orderly stop. */
function stopOnSignals() {
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
  const end = (code) => {
    interrupted = true;
    void stopEverything().then(() => process.exit(code));
  };
  for (const [signal, code] of Object.entries(codes)) process.on(signal, () => end(code));
  // The system Node that re-spawned us holds the other end: without it nobody can stop us any more.
  process.on('disconnect', () => end(129));
  onOrphaned(() => end(143));
}
