import 'reflect-metadata';
import { parseArgs } from 'node:util';
import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readConfig } from '@calmness/platform/config';
import { Log } from '@calmness/platform/observability';
import { CliModule } from './cli.module';
import { EngineModule } from './engine.module';
import type { Command } from './command';
import { createAdmin, createTestUser, resetTwoFactor } from './commands/accounts';
import { checkDatabase, migrateDatabase, seedDatabase } from './commands/database';
import { replayEvents } from './commands/events';
import { verifyInvoices } from './commands/invoices';
import { processSubscriptions, purgeNotifications, testWhatsApp } from './commands/notifications';
import { runScheduler } from './commands/scheduler';

const commands: readonly Command[] = [
  migrateDatabase,
  checkDatabase,
  seedDatabase,
  createAdmin,
  createTestUser,
  resetTwoFactor,
  replayEvents,
  verifyInvoices,
  processSubscriptions,
  testWhatsApp,
  purgeNotifications,
  runScheduler,
];

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function usage(): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`).join('\n');
}

/** Builds a composition once, however many commands run. */
function lazyApplication(root: DynamicModule): {
  app(): Promise<INestApplicationContext>;
  close(): Promise<void>;
} {
  let built: Promise<INestApplicationContext> | undefined;
  const build = async (): Promise<INestApplicationContext> => {
    const app = await NestFactory.createApplicationContext(root, {
      bufferLogs: true,
      abortOnError: false,
    });
    app.useLogger(app.get(Log));
    return app;
  };
  return {
    app: () => (built ??= build()),
    close: async () => {
      await (await built)?.close();
    },
  };
}

/** Runs the named commands in order, e.g. `db:migrate db:seed`. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ strict: false, allowPositionals: true });
  const chosen = positionals.map((name) => ({
    name,
    command: commands.find((known) => known.name === name),
  }));
  const unknown = chosen.find(({ command }) => !command);
  if (chosen.length === 0 || unknown) {
    throw new Error(`${unknown ? `unknown command ${unknown.name}` : 'no command'}; there are:\n${usage()}`);
  }
  const config = { ...readConfig(), logLevel: 'warn' as const };
  const core = lazyApplication(CliModule.of(config));
  const engine = lazyApplication(EngineModule.of(config));
  const scene = { config, options: values, app: core.app, engine: engine.app, say };
  try {
    for (const { command } of chosen) await command?.run(scene);
  } finally {
    await Promise.all([core.close(), engine.close()]);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
