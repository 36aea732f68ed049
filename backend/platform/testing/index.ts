export type { BenchRow } from './bench-row';
export { TestClock } from './test-clock';
export { queueBackends, testConfig, testRedisUrl, type TestQueueBackend } from './test-config';
export { createTestDatabase, type TestDatabase } from './test-database';
export { platformImports, startTestContext, type TestContext, type TestContextOptions } from './test-context';
export { bundleProcess, startProcess, type StartedProcess } from './bundle-process';
export { startTestServer, type TestServer } from './test-server';
export { trustingAuth } from './trusting-session-check';
export { readZip } from './read-zip';
