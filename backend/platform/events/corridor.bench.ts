import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { createPostgresBackend, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { UnitOfWork } from '@calmness/platform/database';
import { newId } from '@calmness/platform/ids';
import {
  queueBackends,
  startTestContext,
  testRedisUrl,
  type TestQueueBackend,
  type BenchRow,
} from '@calmness/platform/testing';
import { OnDomainEvent } from './on-domain-event';

const events = 10_000;
const batch = 500;
const concurrency = 4;

/** The cheapest possible handler: what is left is the corridor's own price. */
@Injectable()
class Idle {
  @OnDomainEvent('accounts.member-registered', { consumer: 'bench.idle' })
  async handle(): Promise<void> {
    await Promise.resolve();
  }
}

async function counted(dataSource: DataSource): Promise<number> {
  const [row] = await dataSource.query<{ handled: number }[]>(
    'SELECT count(*)::int AS handled FROM platform.inbox_event',
  );
  return row?.handled ?? 0;
}

/** Records the events in transactions of 500 and waits until each has its inbox row; events per second. */
async function corridorRate(backend: TestQueueBackend): Promise<{ rate: number; handled: number }> {
  const context = await startTestContext({ worker: true, backend, providers: [Idle] });
  try {
    const unitOfWork = context.get(UnitOfWork);
    const began = performance.now();
    for (let sent = 0; sent < events; sent += batch) {
      await unitOfWork.run((tx) => {
        for (let index = 0; index < batch; index += 1) {
          tx.record('accounts.member-registered', { memberId: newId() });
        }
        return Promise.resolve();
      });
    }
    let handled = 0;
    while (handled < events) {
      handled = await counted(context.dataSource);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return { rate: events / ((performance.now() - began) / 1_000), handled };
  } finally {
    await context.close();
  }
}

interface PlainQueue {
  addBulk(jobs: { name: string; data: unknown; opts: { removeOnComplete: boolean } }[]): Promise<unknown>;
  close(): Promise<void>;
}
interface Plain {
  queue: PlainQueue;
  worker: { close(): Promise<void> };
  release(): Promise<void>;
}

function plainOnPostgres(url: string, name: string, work: () => Promise<void>): Plain {
  const connection = new pg.Pool({ connectionString: url, options: '-c search_path=bullmq', max: 8 });
  return {
    queue: new Queue(name, { connection }, createPostgresBackend),
    worker: new Worker(name, work, { connection, concurrency }, createPostgresBackend),
    release: () => connection.end(),
  };
}

function plainOnRedis(name: string, work: () => Promise<void>): Plain {
  const connection = new Redis(testRedisUrl(), { maxRetriesPerRequest: null });
  return {
    queue: new Queue(name, { connection }),
    worker: new Worker(name, work, { connection, concurrency }),
    release: () => Promise.resolve(connection.disconnect()),
  };
}

/** The same number of jobs through BullMQ alone, same batches and concurrency, a handler that does nothing. */
async function plainRate(backend: TestQueueBackend): Promise<number> {
  const context = await startTestContext();
  const name = `plain-${newId()}`;
  let done = 0;
  const work = (): Promise<void> => {
    done += 1;
    return Promise.resolve();
  };
  const plain =
    backend === 'redis' ? plainOnRedis(name, work) : plainOnPostgres(context.databaseUrl, name, work);
  const jobs = Array.from({ length: batch }, () => ({
    name: 'job',
    data: { memberId: newId() },
    opts: { removeOnComplete: true },
  }));
  try {
    const began = performance.now();
    for (let sent = 0; sent < events; sent += batch) await plain.queue.addBulk(jobs);
    while (done < events) await new Promise((resolve) => setTimeout(resolve, 5));
    return events / ((performance.now() - began) / 1_000);
  } finally {
    await plain.worker.close();
    await plain.queue.close();
    await plain.release();
    await context.close();
  }
}

/** Events per second from `record` to the committed effect, against BullMQ alone on the same backend. */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const backend of queueBackends) {
    const plain = await plainRate(backend);
    const corridor = await corridorRate(backend);
    rows.push({
      name: `events/s, ${backend}`,
      value: corridor.rate.toFixed(0),
      reference: `${plain.toFixed(0)} plain BullMQ`,
      ratio: corridor.rate / plain,
      note: `${corridor.handled} of ${events} events took effect`,
    });
  }
  return rows;
}
