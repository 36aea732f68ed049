import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@calmness/platform/clock';
import { newId } from '@calmness/platform/ids';
import { correlationId } from '@calmness/platform/observability';
import { Transaction } from './transaction';

/** PostgreSQL channel that wakes the relay; the notice is sent only if the transaction commits. */
export const outboxChannel = 'calmness_outbox';

@Injectable()
export class UnitOfWork {
  private readonly open = new AsyncLocalStorage<Transaction>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` in one transaction; nested calls (a use case under a handler) join the open one.
   * Whatever `work` throws rolls everything back, its events and audit lines included.
   */
  async run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const joined = this.open.getStore();
    if (joined) return work(joined);
    const hooks: (() => void)[] = [];
    const result = await this.dataSource.transaction(async (manager) => {
      const tx = new Transaction(manager, () => this.clock.now());
      const value = await this.open.run(tx, () => work(tx));
      await this.flush(tx);
      hooks.push(...tx.afterCommitHooks);
      return value;
    });
    for (const hook of hooks) hook();
    return result;
  }

  private async flush(tx: Transaction): Promise<void> {
    await this.writeEvents(tx);
    await this.writeAudit(tx);
  }

  private async writeEvents(tx: Transaction): Promise<void> {
    if (tx.events.length === 0) return;
    await tx.manager.query(
      `INSERT INTO platform.outbox_event (id, name, payload, occurred_at, correlation_id, recorded_at)
       SELECT id, name, payload, "occurredAt", $2, clock_timestamp()
         FROM jsonb_to_recordset($1::jsonb) AS e(id uuid, name text, payload jsonb, "occurredAt" timestamptz)`,
      [JSON.stringify(tx.events), correlationId()],
    );
    await tx.manager.query(`SELECT pg_notify($1, '')`, [outboxChannel]);
  }

  private async writeAudit(tx: Transaction): Promise<void> {
    for (const note of tx.auditNotes) {
      await tx.manager.query(
        `INSERT INTO platform.audit_entry
           (id, at, actor_id, action, object_type, object_id, before, after, correlation_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          newId(),
          this.clock.now(),
          note.actorId,
          note.action,
          note.objectType,
          note.objectId,
          note.before,
          note.after,
          correlationId(),
        ],
      );
    }
  }
}
