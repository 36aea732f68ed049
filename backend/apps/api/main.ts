import 'reflect-metadata';
import { migrations } from '@calmness/migrations';
import { ConfigError, readConfig } from '@calmness/platform/config';
import { pendingMigrations } from '@calmness/platform/database';
import { createHttpApplication, serveOpenApi } from '@calmness/platform/http';
import { leaveWithParent, stopWithin } from '@calmness/platform/observability';
import { ApiModule } from './api.module';

/** Seconds a deploy waits for running requests. */
const drainSeconds = 25;

async function main(): Promise<void> {
  const config = readConfig();
  const missing = await pendingMigrations(config.databaseOwnerUrl, migrations);
  if (missing.length > 0) throw new Error(`The database lacks ${missing.join(', ')}: run db:migrate first`);
  const app = await createHttpApplication(ApiModule.of(config), config);
  serveOpenApi(app);
  stopWithin(drainSeconds);
  leaveWithParent(() => app.close());
  await app.listen({ port: config.port, host: config.host });
}

main().catch((error: unknown) => {
  // Nothing is set up yet that could log: one plain line for whoever started the process.
  const reason = error instanceof ConfigError || error instanceof Error ? error.message : String(error);
  process.stderr.write(`api did not start: ${reason}\n`);
  process.exitCode = 1;
});
