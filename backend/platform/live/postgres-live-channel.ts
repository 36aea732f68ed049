import type { Config } from '@calmness/platform/config';
import { DatabaseListener, type Transaction } from '@calmness/platform/database';
import { LiveChannel, type LiveEars, type LiveSubscription } from './live-channel';

const channel = 'calmness_live';

/** NOTIFY inside the transaction: PostgreSQL itself sends it at commit and drops it at rollback. */
export class PostgresLiveChannel extends LiveChannel {
  constructor(private readonly config: Config) {
    super();
  }

  async send(tx: Transaction, message: string): Promise<void> {
    await tx.query('SELECT pg_notify($1, $2)', [channel, message]);
  }

  async listen(ears: LiveEars): Promise<LiveSubscription> {
    const listener = new DatabaseListener(this.config.databaseUrl, channel, {
      hear: (message) => ears.hear(message),
      missed: () => ears.found(),
      lost: () => ears.lost(),
    });
    await listener.start();
    return { close: () => listener.stop() };
  }
}
