import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '@calmness/events';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { correlationId, errorFields, Log, withCorrelation } from '@calmness/platform/observability';
import { maxAttempts } from './event-queues';
import { EventRegistry, type Consumer } from './registry';

/** Some consumers of an event failed; the queue tries again, the finished ones are skipped then. */
export class ConsumersFailed extends Error {
  constructor(readonly consumers: string[]) {
    super(`failed: ${consumers.join(', ')}`);
  }
}

/** Runs the consumers of an event, each in its own inbox transaction, each at most once for ever. */
@Injectable()
export class Inbox {
  constructor(
    private readonly registry: EventRegistry,
    private readonly unitOfWork: UnitOfWork,
    private readonly log: Log,
  ) {}

  /**
   * Handles an event for one module.
   * @throws ConsumersFailed when a consumer failed and may be tried again.
   */
  async deliver(module: string, event: DomainEvent): Promise<void> {
    const consumers = this.registry.consumersOf(event.name).filter((consumer) => consumer.module === module);
    const failed: string[] = [];
    for (const consumer of consumers) {
      const outcome = await this.deliverTo(consumer, event);
      if (outcome === 'retry') failed.push(consumer.name);
    }
    if (failed.length > 0) throw new ConsumersFailed(failed);
  }

  private async deliverTo(consumer: Consumer, event: DomainEvent): Promise<'done' | 'parked' | 'retry'> {
    return withCorrelation(event.correlationId, async () => {
      try {
        await this.handleOnce(consumer, event);
        return 'done';
      } catch (error) {
        return this.noteFailure(consumer, event, error);
      }
    });
  }

  private async handleOnce(consumer: Consumer, event: DomainEvent): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const claimed = await tx.query(
        `INSERT INTO platform.inbox_event (consumer, event_id, handled_at)
         VALUES ($1, $2, clock_timestamp()) ON CONFLICT DO NOTHING RETURNING consumer`,
        [consumer.name, event.id],
      );
      if (claimed.length === 0) return;
      await consumer.handle(event);
      await tx.query('DELETE FROM platform.event_failure WHERE consumer = $1 AND event_id = $2', [
        consumer.name,
        event.id,
      ]);
    });
  }

  private async noteFailure(
    consumer: Consumer,
    event: DomainEvent,
    error: unknown,
  ): Promise<'parked' | 'retry'> {
    const row = await this.unitOfWork.run((tx) => this.countFailure(tx, consumer, event, error));
    const fields = {
      consumer: consumer.name,
      event_id: event.id,
      attempts: row?.attempts,
      correlation: correlationId(),
    };
    if (row?.parked) {
      this.log.error('event parked: a human has to look', { ...fields, ...errorFields(error) });
      return 'parked';
    }
    this.log.warn('event handler failed', { ...fields, ...errorFields(error) });
    return 'retry';
  }

  /** The staff is told of what is parked, unless it is that very news. */
  private async countFailure(
    tx: Transaction,
    consumer: Consumer,
    event: DomainEvent,
    error: unknown,
  ): Promise<{ attempts: number; parked: boolean } | undefined> {
    const [row] = await tx.query<{ attempts: number; parked: boolean }>(
      `INSERT INTO platform.event_failure AS f
         (consumer, event_id, event_name, attempts, last_error, last_failed_at)
       VALUES ($1, $2, $3, 1, $4, clock_timestamp())
       ON CONFLICT (consumer, event_id) DO UPDATE
         SET attempts = f.attempts + 1, last_error = $4, last_failed_at = clock_timestamp(),
             parked_at = CASE WHEN f.attempts + 1 >= $5 THEN clock_timestamp() END
       RETURNING attempts, parked_at IS NOT NULL AS parked`,
      [consumer.name, event.id, event.name, reasonOf(error), maxAttempts],
    );
    if (row?.attempts === maxAttempts && event.name !== 'platform.event-parked')
      tx.record('platform.event-parked', { eventId: event.id, consumer: consumer.name });
    return row;
  }
}

/** First line of the message; a driver's detail may quote a member's data. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return (text.split('\n')[0] ?? '').slice(0, 500);
}
