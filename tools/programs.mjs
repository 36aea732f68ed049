import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first of these programs that PATH offers, as a full path. */
export function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const name of names)
    for (const folder of folders)
      for (const suffix of suffixes) {
        const file = join(folder, name + suffix);
        if (isProgram(file)) return file;
      }
  return undefined;
}

export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Debian itself: Ubuntu's chromium package is a snap shim that cannot run in a container. */
function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** The words to put before `apt-get`, or undefined when this person cannot install packages. */
function aptPrefix() {
  if (!isDebian() || !onPath('apt-get')) return undefined;
  if (process.getuid() === 0) return [];
  if (onPath('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0)
    return ['sudo', '-n'];
  return undefined;
}

/** The `apt-get install` commands to try in order: the lists are refreshed only if they are missing. */
export function aptInstallCommands(packages) {
  const prefix = aptPrefix();
  if (!prefix) return undefined;
  const environment = ['env', 'DEBIAN_FRONTEND=noninteractive'];
  const install = [...prefix, ...environment, 'apt-get', 'install', '-y', '--no-install-recommends'];
  return {
    install: [...install, ...packages],
    refresh: [...prefix, ...environment, 'apt-get', 'update'],
  };
}
