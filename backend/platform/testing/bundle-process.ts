import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown, type Plugin } from 'rolldown';

/** The plugin production is bundled with. */
interface TextAssets {
  isTextAsset(id: string): boolean;
  textAssets(): Plugin;
}

const backend = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Bundles a process of a `testing/processes` folder, so that a test can start it for real and kill it. `home`: the
 * folder's parent, from `backend`.
 */
export async function bundleProcess(name: string, home = 'platform/testing'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'calmness-process-'));
  symlinkSync(join(backend, '..', 'node_modules'), join(folder, 'node_modules'));
  const plugin = new URL('../../../tools/text-assets.mjs', import.meta.url);
  const { isTextAsset, textAssets } = (await import(plugin.href)) as TextAssets;
  const bundle = await rolldown({
    input: join(backend, home, 'processes', `${name}.ts`),
    platform: 'node',
    plugins: [textAssets()],
    tsconfig: join(backend, 'tsconfig.json'),
    external: (id) =>
      !/^[./\0]/.test(id) &&
      !id.startsWith('@calmness/') &&
      !id.startsWith('@oxc-project/') &&
      !isTextAsset(id),
  });
  await bundle.write({ file: join(folder, `${name}.mjs`), format: 'esm', keepNames: true });
  await bundle.close();
  return join(folder, `${name}.mjs`);
}

export interface StartedProcess {
  child: ChildProcess;
  /** Resolves with the signal or the code it ended by. */
  ended: Promise<NodeJS.Signals | number | null>;
}

/** Starts a bundled process and waits until it says it is ready, or ends. */
export async function startProcess(
  file: string,
  argv: string[],
  environment: Record<string, string>,
): Promise<StartedProcess> {
  const child = spawn(process.execPath, [file, ...argv], {
    env: { PATH: process.env['PATH'], TZ: 'UTC', ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(
    ([code, signal]) => (signal ?? code) as NodeJS.Signals | number | null,
  );
  await Promise.race([once(child, 'message'), ended]);
  return { child, ended };
}
