import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'rolldown';
import { isTextAsset, textAssets } from '../tools/text-assets.mjs';

const backend = dirname(fileURLToPath(import.meta.url));
/** Where bundles go (the tests have their own place), and which process to bundle (all when unset). */
const output = process.env.CALMNESS_DIST ?? join(dirname(backend), 'dist');
const apps = process.env.CALMNESS_APP ? [process.env.CALMNESS_APP] : ['api', 'worker', 'cli'];
/** Any other program to bundle by the same rules, straight into the output: a bench. */
const entry = process.env.CALMNESS_ENTRY;

/**
 * Packages stay in node_modules and are imported at run time. Ours are bundled, and so is the
 * decorator helper (`@oxc-project/*`) and what plugins invent (`\0…`): neither exists as a file.
 */
function isExternal(id) {
  if (id.startsWith('.') || id.startsWith('/') || id.startsWith('\0') || /^[a-zA-Z]:[\\/]/.test(id))
    return false;
  return !id.startsWith('@calmness/') && !id.startsWith('@oxc-project/') && !isTextAsset(id);
}

const bundle = (main, dir) => ({
  input: { main },
  platform: 'node',
  tsconfig: join(backend, 'tsconfig.json'),
  external: isExternal,
  plugins: [textAssets()],
  // A module that cannot be found would only be missed when the process starts.
  onLog: (level, log, report) => report(log.code === 'UNRESOLVED_IMPORT' ? 'error' : level, log),
  output: {
    dir,
    format: 'esm',
    // Nest and TypeORM name providers, tables and queues after classes.
    keepNames: true,
    sourcemap: true,
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    cleanDir: true,
  },
});

const bundleApp = (app) => bundle(join(backend, 'apps', app, 'main.ts'), join(output, app));

export default defineConfig(entry ? [bundle(entry, output)] : apps.map(bundleApp));
