import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attempt } from './attempts.mjs';
import { exclusively } from './exclusive.mjs';
import { Failure, reportAndExit, say } from './failure.mjs';
import { onOrphaned } from './parent-watch.mjs';
import { aptInstallCommands } from './programs.mjs';
import { binFolder, root, toolEnvironment } from './workspace.mjs';

const modules = join(root, 'node_modules');
const stampFile = join(modules, '.install-stamp');
const lockFile = join(root, 'package-lock.json');
const pinnedNode = join(binFolder, process.platform === 'win32' ? 'node.cmd' : 'node');

/**
 * The first half of every command: runs on the system's Node with nothing installed, brings the
 * dependencies (and, at the same time, the Debian packages that are missing), then starts the same
 * command again on the pinned Node. `main` is only called there.
 */
export async function onPinnedNode(main, systemPackages = []) {
  try {
    if (Number(process.versions.node.split('.')[0]) < 20)
      throw new Failure(
        `Node 20 or newer is needed to begin (this is ${process.version}); npm brings the rest.`,
      );
    const installed = stampMatches();
    if (!installed || systemPackages.length > 0)
      await Promise.all([
        installed ? undefined : exclusively('install', installDependencies),
        installPackages(systemPackages),
      ]);
    if (installed && runsOnPinnedNode()) await main();
    else process.exit(await respawn());
  } catch (error) {
    reportAndExit(error);
  }
}

function runsOnPinnedNode() {
  return existsSync(pinnedNode) && realpathSync(process.execPath) === realpathSync(pinnedNode);
}

/** What an installation depends on: the lock, and the machine the binaries are for. */
function expectedStamp() {
  return createHash('sha256')
    .update(readFileSync(lockFile))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
}

function stampMatches() {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === expectedStamp()) return true;
  if (!installedByHand()) return false;
  writeFileSync(stampFile, expectedStamp());
  return true;
}

/** Someone ran `npm ci` or `npm install` themselves: npm's own record says the same as the lock. */
function installedByHand() {
  try {
    const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
    const present = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')).packages;
    const here = existsSync(pinnedNode);
    const missing = Object.entries(wanted).some(
      ([path, entry]) => path !== '' && !entry.optional && !entry.peer && !present[path],
    );
    const different = Object.entries(present).some(
      ([path, entry]) => wanted[path]?.version !== entry.version,
    );
    return here && !missing && !different;
  } catch {
    return false;
  }
}

async function installDependencies() {
  if (stampMatches()) return;
  say('Installing the dependencies (npm ci)…');
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : ['npm'];
  const code = await inherit([...npm, 'ci', '--include=dev', '--include=optional']);
  if (code !== 0) throw new Failure('The dependencies could not be installed: npm says why above.');
  if (!existsSync(pinnedNode))
    throw new Failure(
      `No pinned Node for ${process.platform}-${process.arch} (optionalDependencies in package.json).`,
    );
  writeFileSync(stampFile, expectedStamp());
}

/** A missing Debian package is never fatal: the caller goes on with what the machine has. */
async function installPackages(packages) {
  const commands = packages.length > 0 ? aptInstallCommands(packages) : undefined;
  if (!commands) return;
  await attempt(packages.join('-'), async () => {
    say(`Installing ${packages.join(', ')} (apt)…`);
    if ((await quietly(commands.install)) === 0) return true;
    if ((await quietly(commands.refresh)) === 0 && (await quietly(commands.install)) === 0) return true;
    say(`Could not install ${packages.join(', ')}: going on without.`);
    return false;
  });
}

function inherit(command) {
  return exitCode(
    spawn(command[0], command.slice(1), {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32' && command[0] === 'npm',
    }),
  );
}

function quietly(command) {
  return exitCode(spawn(command[0], command.slice(1), { cwd: root, stdio: 'ignore' }));
}

/** The same command line on the pinned Node; signals are handed on, the exit code comes back. */
function respawn() {
  const child = spawn(realpathSync(pinnedNode), [...process.execArgv, ...process.argv.slice(1)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: toolEnvironment(),
  });
  return exitCode(child);
}

/** Waits for a child; while it runs, whoever stops this process stops the child first. */
function exitCode(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  onOrphaned(() => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
