import 'reflect-metadata';
import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { DomainEvent } from '@calmness/events';
import { readConfig } from '@calmness/platform/config';
import { UnitOfWork } from '@calmness/platform/database';
import { EventsWorkerModule, OnDomainEvent } from '@calmness/platform/events';
import { platformImports } from '../test-context';

/** Where this process kills itself: never, before its effect is committed, or after but unacknowledged. */
const [dies = 'never', oneIn = '1'] = process.argv.slice(2);

function dieSometimes(): void {
  if (Math.random() * Number(oneIn) < 1) process.kill(process.pid, 'SIGKILL');
}

/** Its effect is a row without any unique key: a repeated effect shows as a second row. */
@Injectable()
class MortalWitness {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @OnDomainEvent('accounts.member-registered', { consumer: 'witness.write-down' })
  async handle(event: DomainEvent<'accounts.member-registered'>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await tx.query('INSERT INTO witnessed (event_id) VALUES ($1)', [event.id]);
      if (dies === 'before-commit') dieSometimes();
      if (dies === 'after-commit') tx.afterCommit(dieSometimes);
    });
  }
}

const config = readConfig();

@Module({ imports: [...platformImports(config), EventsWorkerModule], providers: [MortalWitness] })
class MortalModule {}

const app = await NestFactory.createApplicationContext(MortalModule, { logger: false, abortOnError: false });
app.enableShutdownHooks();
process.once('disconnect', () => process.exit(0));
process.send?.('ready');
