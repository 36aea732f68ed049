import 'reflect-metadata';
import { createServer, type Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { migrations } from '@calmness/migrations';
import { readConfig } from '@calmness/platform/config';
import { pendingMigrations } from '@calmness/platform/database';
import { Adapters, leaveWithParent, Log, stopWithin } from '@calmness/platform/observability';
import { WorkerModule } from './worker.module';

const drainSeconds = 25;

/** A port that answers while the process lives, for an orchestrator's probe. */
function openHealthPort(port: number): Server | undefined {
  if (port === 0) return undefined;
  return createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"status":"ok"}');
  }).listen(port);
}

async function main(): Promise<void> {
  const config = readConfig();
  const missing = await pendingMigrations(config.databaseOwnerUrl, migrations);
  if (missing.length > 0) throw new Error(`The database lacks ${missing.join(', ')}: run db:migrate first`);
  const app = await NestFactory.createApplicationContext(WorkerModule.of(config), {
    bufferLogs: true,
    abortOnError: false,
  });
  const log = app.get(Log);
  app.useLogger(log);
  app.enableShutdownHooks();
  stopWithin(drainSeconds);
  leaveWithParent(() => app.close());
  openHealthPort(config.workerHealthPort)?.unref();
  log.info('worker started', { adapters: app.get(Adapters).report() });
}

main().catch((error: unknown) => {
  process.stderr.write(`worker did not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
