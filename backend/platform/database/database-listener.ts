import pg from 'pg';

const reconnectAfterMs = 1_000;

export interface ListenerEars {
  /** One notice; its payload may be empty. */
  hear(payload: string): void;
  /** The connection is back: whatever was said meanwhile is lost. */
  missed(): void;
  /** The connection broke, or could not be made: nothing is heard until `missed`. */
  lost?(): void;
}

/** LISTEN on its own direct connection, which comes back by itself when it breaks. */
export class DatabaseListener {
  private client?: pg.Client;
  private reconnecting = false;
  private stopped = false;

  constructor(
    private readonly databaseUrl: string,
    private readonly channel: string,
    private readonly ears: ListenerEars,
  ) {}

  /** Resolves when it listens, or when the first attempt failed and the next one is on its way. */
  async start(): Promise<void> {
    if (this.stopped) return;
    const client = new pg.Client({ connectionString: this.databaseUrl, keepAlive: true });
    client.on('notification', ({ payload }) => this.ears.hear(payload ?? ''));
    client.on('error', () => this.startAgainLater());
    client.once('end', () => this.startAgainLater());
    try {
      await client.connect();
      await client.query(`LISTEN ${this.channel}`);
      this.client = client;
      this.ears.missed();
    } catch {
      this.startAgainLater();
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.client?.end().catch(() => undefined);
  }

  private startAgainLater(): void {
    if (this.stopped || this.reconnecting) return;
    this.reconnecting = true;
    this.ears.lost?.();
    setTimeout(() => {
      this.reconnecting = false;
      void this.start();
    }, reconnectAfterMs).unref();
  }
}
