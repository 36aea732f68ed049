import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@calmness/platform/clock';
import { Config, seal, unseal } from '@calmness/platform/config';
import type { Transaction } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import type { Heard } from '../domain/heard';

export type Provider = 'telegram' | 'twilio' | 'mail';

/** After this many failures an event is left to a human: it stays sealed, and nobody tries it any more. */
export const maxUnderstandings = 8;

export interface WaitingEvent {
  id: Uuid;
  provider: Provider;
  receivedAt: Date;
  heard: Heard;
}
interface Row {
  id: Uuid;
  provider: Provider;
  receivedAt: Date;
  sealed: string;
}

/** The inbox of what the outside says: each thing once, however often it is said; sealed until it is understood. */
@Injectable()
export class ProviderEvents {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** False when it was heard before. */
  async hear(provider: Provider, key: string, heard: Heard): Promise<boolean> {
    const id = newId();
    const sealed = seal(this.config.keys.encryption, id, JSON.stringify(heard));
    const added = await this.dataSource.query<unknown[]>(
      `INSERT INTO notifications.provider_event (id, provider, event_key, sealed, received_at)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT ON CONSTRAINT provider_event_once DO NOTHING RETURNING id`,
      [id, provider, key, sealed, this.clock.now()],
    );
    return added.length > 0;
  }

  /** One that failed comes back 3, 9, 27 seconds … and 36 minutes after it was heard, so that it keeps nobody waiting. */
  async waiting(limit: number): Promise<Uuid[]> {
    const rows = await this.dataSource.query<{ id: Uuid }[]>(
      `SELECT id FROM notifications.provider_event
        WHERE understood_at IS NULL AND attempts < ${maxUnderstandings}
          AND (attempts = 0 OR received_at + make_interval(secs => power(3, attempts)) <= $2)
        ORDER BY received_at, id LIMIT $1`,
      [limit, this.clock.now()],
    );
    return rows.map(({ id }) => id);
  }

  /** Counts a failure; true when it was the last one. */
  async failed(id: Uuid): Promise<boolean> {
    const [failed] = await this.dataSource.query<[{ attempts: number }[], number]>(
      `UPDATE notifications.provider_event SET attempts = attempts + 1
        WHERE id = $1 AND understood_at IS NULL RETURNING attempts`,
      [id],
    );
    return failed[0]?.attempts === maxUnderstandings;
  }

  /** Holds it for this transaction; null when another worker has it or it is understood. */
  async take(tx: Transaction, id: Uuid): Promise<WaitingEvent | null> {
    const [row] = await tx.query<Row>(
      `SELECT id, provider, received_at AS "receivedAt", sealed FROM notifications.provider_event
        WHERE id = $1 AND understood_at IS NULL FOR UPDATE SKIP LOCKED`,
      [id],
    );
    if (!row) return null;
    const { sealed, ...known } = row;
    return { ...known, heard: JSON.parse(unseal(this.config.keys.encryption, id, sealed)) as Heard };
  }

  /** What was said is forgotten; that it was said, and what came of it, is kept. */
  async understood(tx: Transaction, id: Uuid, outcome: string): Promise<void> {
    await tx.query(
      `UPDATE notifications.provider_event SET understood_at = $2, outcome = $3, sealed = NULL,
              attempts = attempts + 1 WHERE id = $1`,
      [id, this.clock.now(), outcome],
    );
  }
}
