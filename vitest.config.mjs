import { defineConfig } from 'vitest/config';
import { textAssets } from './tools/text-assets.mjs';

const never = [
  '**/node_modules/**',
  '**/dist/**',
  '**/.cache/**',
  '**/.nx/**',
  '**/.angular/**',
  '**/.data/**',
];
const deep = '**/*.deep.spec.ts';
const integration = '**/*.int.spec.ts';
const architecture = 'backend/architecture.spec.ts';
const journeys = '**/e2e/**';

/** Nest reads the types that decorators recorded, so the record has to exist before any class. */
const setupFiles = ['reflect-metadata'];

/** Tests that own a database or a browser: real processes, two at a time, with patience for both. */
const heavy = {
  pool: 'forks',
  maxWorkers: 2,
  setupFiles,
  testTimeout: 30_000,
  hookTimeout: 60_000,
  // What is waited for comes when the machine gets to it: a second is no answer on two busy cores.
  expect: { poll: { timeout: 15_000 } },
};

const project = (name, test) => ({
  resolve: { tsconfigPaths: true },
  plugins: [textAssets()],
  // A template that did not change is not found again by the runner's cache on disk (vitest 5.1).
  test: { name, environment: 'node', fsModuleCache: false, ...test },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', {
        include: ['backend/**/*.spec.ts', 'contracts/**/*.spec.ts', 'tools/**/*.spec.{ts,mjs}'],
        exclude: [...never, deep, integration, architecture, journeys],
        setupFiles,
      }),
      project('integration', {
        include: [`backend/${integration}`],
        exclude: [...never, deep, journeys],
        ...heavy,
      }),
      project('api', { include: ['backend/apps/api/e2e/**/*.spec.ts'], exclude: [...never, deep], ...heavy }),
      project('browser', {
        include: ['frontend/e2e/**/*.spec.ts'],
        exclude: [...never, deep],
        ...heavy,
        testTimeout: 60_000,
      }),
      project('architecture', { include: [architecture], exclude: never, setupFiles, testTimeout: 60_000 }),
      project('deep', {
        include: [deep],
        exclude: never,
        ...heavy,
        testTimeout: 300_000,
        hookTimeout: 120_000,
      }),
    ],
  },
});
