import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  createPostgresBackend,
  Queue,
  Worker,
  type BulkJobOptions,
  type JobsOptions,
  type WorkerOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { Config } from '@calmness/platform/config';
import { Log } from '@calmness/platform/observability';

/** What the corridor needs of a queue, whichever backend keeps it. */
export interface JobQueue {
  add(name: string, data: unknown, options: JobsOptions): Promise<unknown>;
  addBulk(jobs: { name: string; data: unknown; opts: BulkJobOptions }[]): Promise<unknown>;
  close(): Promise<void>;
}
interface JobWorker {
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}
type ProcessJob = (job: { data: unknown }) => Promise<void>;

export type QueueBackendName = 'redis' | 'postgresql';

/** Two installations may share one Redis: each one's keys carry its database's name. */
function prefixOf(databaseUrl: string): string {
  return `calmness-${new URL(databaseUrl).pathname.slice(1)}`;
}

/**
 * The one place that knows where queues live: Redis when `REDIS_URL` is set, else the PostgreSQL
 * database that is already there. Queues carry wake-ups; the truth stays in the tables.
 */
@Injectable()
export class QueueBackend implements OnApplicationShutdown {
  readonly name: QueueBackendName;
  private readonly redis?: Redis;
  private readonly pool?: pg.Pool;
  private readonly queues = new Map<string, JobQueue>();
  private readonly workers: JobWorker[] = [];

  constructor(
    private readonly config: Config,
    private readonly log: Log,
  ) {
    this.name = config.redisUrl ? 'redis' : 'postgresql';
    if (config.redisUrl) {
      this.redis = new Redis(config.redisUrl, { maxRetriesPerRequest: null });
      this.redis.on('error', (error) => this.complain(error));
    } else {
      this.pool = new pg.Pool({
        connectionString: config.databaseUrl,
        // Each blocking worker keeps one client for LISTEN; the rest serve commands.
        max: 24,
        options: '-c search_path=bullmq',
        application_name: 'calmness-queues',
      });
      this.pool.on('error', (error) => this.complain(error));
      // A client that is checked out when the server goes away has nobody else to hear it.
      this.pool.on('connect', (client) => client.on('error', (error) => this.complain(error)));
    }
  }

  queue(module: string): JobQueue {
    const known = this.queues.get(module);
    if (known) return known;
    const queue = this.openQueue(module);
    this.queues.set(module, queue);
    return queue;
  }

  /**
   * Drops a queue that failed: the library remembers a refused first connection for ever, a new
   * object asks again.
   */
  forget(module: string): void {
    const broken = this.queues.get(module);
    this.queues.delete(module);
    broken?.close().catch((error: unknown) => this.complain(error as Error));
  }

  /**
   * Starts taking jobs of a module's queue; closed with the process. Resolves once connected: a
   * first connection that fails is never tried again by the library, so the start must fail with it.
   */
  async work(module: string, process: ProcessJob, options: Omit<WorkerOptions, 'connection'>): Promise<void> {
    const worker = this.openWorker(module, process, options);
    this.workers.push(worker);
    await worker.waitUntilReady();
  }

  /** Resolves when the backend answers. @throws the driver's error when it does not. */
  async ping(): Promise<void> {
    if (this.redis) await this.redis.ping();
    else await this.pool?.query('SELECT 1');
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.workers.map((worker) => worker.close()));
    await Promise.allSettled([...this.queues.values()].map((queue) => queue.close()));
    await this.pool?.end();
    this.redis?.disconnect();
  }

  private openQueue(module: string): JobQueue {
    const complain = (error: Error): void => this.complain(error);
    if (this.pool)
      return new Queue(module, { connection: this.pool }, createPostgresBackend).on('error', complain);
    return new Queue(module, this.redisOptions()).on('error', complain);
  }

  private openWorker(
    module: string,
    process: ProcessJob,
    options: Omit<WorkerOptions, 'connection'>,
  ): JobWorker {
    const complain = (error: Error): void => this.complain(error);
    if (this.pool) {
      const settings = { ...options, connection: this.pool };
      return new Worker(module, process, settings, createPostgresBackend).on('error', complain);
    }
    return new Worker(module, process, { ...options, ...this.redisOptions() }).on('error', complain);
  }

  private redisOptions(): { connection: Redis; prefix: string } {
    if (!this.redis) throw new Error('Neither Redis nor PostgreSQL carries the queues');
    return { connection: this.redis, prefix: prefixOf(this.config.databaseUrl) };
  }

  private complain(error: Error): void {
    this.log.warn('queue backend', { error: error.message });
  }
}
