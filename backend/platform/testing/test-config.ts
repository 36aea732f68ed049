import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, type Config } from '@calmness/platform/config';

export type TestQueueBackend = 'postgresql' | 'redis';

/** Both homes of the queues: every queue test runs on each. */
export const queueBackends: readonly TestQueueBackend[] = ['postgresql', 'redis'];

/** The Redis of the run, real or in WebAssembly. */
export function testRedisUrl(): string {
  const url = process.env['CALMNESS_TEST_REDIS_URL'];
  if (!url) throw new Error('Queue tests run through `npm run test:int`, which starts their Redis');
  return url;
}

/** What a run may be given besides its servers; absent, whatever needs it is left out. */
export const testExtras = {
  /** A browser to open pages and mails in. */
  chromium: process.env['CHROMIUM_PATH'],
  /** A folder for pictures of what was opened. */
  pictures: process.env['CALMNESS_PICTURES'],
  /** A vendor simulator's program; none is part of the house. */
  simulator: process.env['CALMNESS_VENDOR_SIMULATOR'],
  /** A folder with a program that checks invoices (`check.py`); none is part of the house. */
  invoiceChecker: process.env['CALMNESS_INVOICE_CHECKER'],
};

/** The configuration of a test process: its own database and folder, quiet logs. */
export function testConfig(
  databaseUrl: string,
  backend: TestQueueBackend,
  overrides: Partial<Config> = {},
): Config {
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    REDIS_URL: backend === 'redis' ? testRedisUrl() : undefined,
    CALMNESS_DATA_DIR: mkdtempSync(join(tmpdir(), 'calmness-test-')),
    CALMNESS_LOG_LEVEL: process.env['CALMNESS_TEST_LOG_LEVEL'] ?? 'silent',
    CALMNESS_DATABASE_POOL: '25',
    CHROMIUM_PATH: testExtras.chromium,
    PUBLIC_BASE_URL: 'http://localhost:3000',
  });
  return { ...config, ...overrides };
}
