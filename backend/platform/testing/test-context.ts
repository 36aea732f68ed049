import { setTimeout as pause } from 'node:timers/promises';
import {
  Module,
  type INestApplicationContext,
  type ModuleMetadata,
  type Provider,
  type Type,
} from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { AuthModule } from '@calmness/platform/auth';
import { Clock, ClockModule } from '@calmness/platform/clock';
import { PersonalDataModule } from '@calmness/platform/composition';
import { ConfigModule, type Config } from '@calmness/platform/config';
import { DatabaseModule } from '@calmness/platform/database';
import { EventsModule, EventsWorkerModule, EventSweep, OutboxRelay } from '@calmness/platform/events';
import { FilesModule } from '@calmness/platform/files';
import { LiveModule } from '@calmness/platform/live';
import { ObservabilityModule } from '@calmness/platform/observability';
import { PdfModule } from '@calmness/platform/pdf';
import { SubjectSources, type SubjectSource } from '@calmness/platform/subjects';
import { VendorsModule } from '@calmness/platform/vendors';
import { MailModule } from '@calmness/platform/vendors/smtp';
import { TestClock } from './test-clock';
import { testConfig, type TestQueueBackend } from './test-config';
import { createTestDatabase } from './test-database';

export interface TestContextOptions {
  imports?: NonNullable<ModuleMetadata['imports']>;
  providers?: Provider[];
  /** Composes the worker's half: relay, queues, inbox, ticks. */
  worker?: boolean;
  backend?: TestQueueBackend;
  config?: Partial<Config>;
  /** An existing database, to run two processes over one; it is then not dropped. */
  databaseUrl?: string;
  /** Classes replaced by a fake. */
  replace?: { token: Type | (abstract new (...args: never[]) => unknown); value: unknown }[];
  subjects?: SubjectSource[];
  /** True when the imports compose `PersonalDataModule` themselves; it is empty otherwise. */
  composesPersonalData?: boolean;
  clock?: TestClock;
}

export interface TestContext {
  app: INestApplicationContext;
  dataSource: DataSource;
  clock: TestClock;
  config: Config;
  databaseUrl: string;
  get<T>(token: abstract new (...args: never[]) => T): T;
  /** Resolves when every recorded event was relayed and handled, or parked. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

const settleWithinMs = 30_000;

/** A composed process over real PostgreSQL and real queues, for one test file. */
export async function startTestContext(options: TestContextOptions = {}): Promise<TestContext> {
  const database = options.databaseUrl ? undefined : await createTestDatabase();
  const databaseUrl = options.databaseUrl ?? database?.url ?? '';
  const config = testConfig(databaseUrl, options.backend ?? 'postgresql', options.config);
  const clock = options.clock ?? new TestClock();
  const app = await compose(options, config, clock);
  const dataSource = app.get(DataSource);
  return {
    app,
    dataSource,
    clock,
    config,
    databaseUrl,
    get: (token) => app.get(token as Type),
    settle: () => settle(app, dataSource),
    close: async () => {
      await app.close();
      await database?.drop();
    },
  };
}

/** The platform modules every composition of the house starts from. */
export function platformImports(config: Config): NonNullable<ModuleMetadata['imports']> {
  return [
    ConfigModule.of(config),
    ClockModule,
    ObservabilityModule,
    DatabaseModule,
    AuthModule,
    EventsModule,
    FilesModule,
    LiveModule,
    PdfModule,
    MailModule,
    VendorsModule,
  ];
}

async function compose(
  options: TestContextOptions,
  config: Config,
  clock: TestClock,
): Promise<INestApplicationContext> {
  @Module({
    imports: [
      ...platformImports(config),
      ...(options.worker ? [EventsWorkerModule] : []),
      SubjectsModule.of(options.subjects ?? []),
      ...(options.composesPersonalData ? [] : [PersonalDataModule.of({ imports: [], sources: [] })]),
      ...(options.imports ?? []),
    ],
    providers: options.providers ?? [],
  })
  class TestRoot {}
  const builder = Test.createTestingModule({ imports: [TestRoot] })
    .overrideProvider(Clock)
    .useValue(clock);
  for (const { token, value } of options.replace ?? []) builder.overrideProvider(token).useValue(value);
  const app = await builder.compile();
  app.enableShutdownHooks();
  return app.init();
}

@Module({})
class SubjectsModule {
  static of(sources: SubjectSource[]): {
    module: Type;
    providers: Provider[];
    exports: Type[];
    global: boolean;
  } {
    return {
      module: SubjectsModule,
      global: true,
      providers: [{ provide: SubjectSources, useValue: new SubjectSources(sources) }],
      exports: [SubjectSources],
    };
  }
}

async function settle(app: INestApplicationContext, dataSource: DataSource): Promise<void> {
  const deadline = performance.now() + settleWithinMs;
  const sweep = app.get(EventSweep);
  app.get(OutboxRelay).wake();
  while (performance.now() < deadline) {
    await sweep.run(0);
    const [row] = await dataSource.query<{ open: number }[]>(
      `SELECT count(*)::int AS open FROM platform.outbox_event WHERE settled_at IS NULL`,
    );
    if (row?.open === 0) return;
    await pause(25);
  }
  throw new Error('Events did not settle: a handler hangs, or fails without being parked');
}
