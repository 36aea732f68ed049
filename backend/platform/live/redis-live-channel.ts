import type { OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import type { Config } from '@calmness/platform/config';
import type { Transaction } from '@calmness/platform/database';
import { errorFields, type Log } from '@calmness/platform/observability';
import { LiveChannel, type LiveEars, type LiveSubscription } from './live-channel';

/** Pub/sub after the commit. While Redis is away hints are lost, and pages ask at intervals. */
export class RedisLiveChannel extends LiveChannel implements OnApplicationShutdown {
  private publisher?: Redis;
  private readonly channel: string;

  constructor(
    private readonly url: string,
    config: Config,
    private readonly log: Log,
  ) {
    super();
    // Two installations may share one Redis: each one's channel carries its database's name.
    this.channel = `calmness-${new URL(config.databaseUrl).pathname.slice(1)}:live`;
  }

  send(tx: Transaction, message: string): Promise<void> {
    tx.afterCommit(() => {
      this.publisher ??= this.connect({ maxRetriesPerRequest: 1 });
      this.publisher.publish(this.channel, message).catch((error: unknown) => this.complain(error));
    });
    return Promise.resolve();
  }

  listen(ears: LiveEars): Promise<LiveSubscription> {
    const subscriber = this.connect({ maxRetriesPerRequest: null, autoResubscribe: false });
    subscriber.on('message', (_channel, message) => ears.hear(message));
    subscriber.on('close', () => ears.lost());
    const asked = new Promise<void>((resolve) => {
      subscriber.once('close', resolve);
      subscriber.on('ready', () => {
        subscriber
          .subscribe(this.channel)
          .then(() => ears.found())
          // The connection broke again: the next `ready` asks again.
          .catch((error: unknown) => this.complain(error))
          .finally(resolve);
      });
    });
    const close = (): Promise<void> => {
      subscriber.disconnect();
      return Promise.resolve();
    };
    return asked.then(() => ({ close }));
  }

  onApplicationShutdown(): void {
    this.publisher?.disconnect();
  }

  private connect(options: { maxRetriesPerRequest: number | null; autoResubscribe?: boolean }): Redis {
    const redis = new Redis(this.url, { ...options, connectionName: 'calmness-live' });
    redis.on('error', (error) => this.complain(error));
    return redis;
  }

  private complain(error: unknown): void {
    this.log.warn('live pushes', errorFields(error));
  }
}
