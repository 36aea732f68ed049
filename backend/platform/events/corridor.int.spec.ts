import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent } from '@calmness/events';
import { UnitOfWork } from '@calmness/platform/database';
import { newId } from '@calmness/platform/ids';
import { queueBackends, startTestContext, type TestContext } from '@calmness/platform/testing';
import { maxAttempts } from './event-queues';
import { Inbox } from './inbox';
import { OnDomainEvent } from './on-domain-event';
import { EventReplay } from './replay';

type Registered = DomainEvent<'accounts.member-registered'>;

/** Writes what it saw; told to fail, it does. */
@Injectable()
class Witness {
  failures = 0;

  constructor(private readonly unitOfWork: UnitOfWork) {}

  @OnDomainEvent('accounts.member-registered', { consumer: 'witness.write-down' })
  async handle(event: Registered): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await tx.query('INSERT INTO witnessed (event_id) VALUES ($1)', [event.id]);
      if (this.failures > 0) {
        this.failures -= 1;
        throw new Error('told to fail');
      }
      tx.record('accounts.profile-updated', { memberId: event.payload.memberId, version: 1 });
    });
  }
}

@Injectable()
class SecondModule {
  @OnDomainEvent('accounts.member-registered', { consumer: 'other.look' })
  async look(): Promise<void> {
    await Promise.resolve();
  }
}

describe.each(queueBackends)('the corridor on %s', (backend) => {
  let context: TestContext;
  let unitOfWork: UnitOfWork;
  let dataSource: DataSource;

  beforeAll(async () => {
    context = await startTestContext({ worker: true, backend, providers: [Witness, SecondModule] });
    unitOfWork = context.get(UnitOfWork);
    dataSource = context.dataSource;
    await dataSource.query('CREATE TABLE witnessed (event_id uuid NOT NULL)');
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    context.get(Witness).failures = 0;
    await context.settle();
    await dataSource.query('TRUNCATE witnessed');
  });

  const register = (): Promise<string> =>
    unitOfWork.run((tx) => Promise.resolve(tx.record('accounts.member-registered', { memberId: newId() })));
  const witnessed = async (): Promise<string[]> =>
    (await dataSource.query<{ event_id: string }[]>('SELECT event_id FROM witnessed')).map(
      (row) => row.event_id,
    );

  it('brings an event from a committed transaction to its handler, once', async () => {
    const id = await register();
    await context.settle();
    expect(await witnessed()).toEqual([id]);
  });

  it('sends nothing of a transaction that rolled back', async () => {
    const failed = unitOfWork.run((tx) => {
      tx.record('accounts.member-registered', { memberId: newId() });
      return Promise.reject(new Error('the rule said no'));
    });
    await expect(failed).rejects.toThrow('the rule said no');
    await context.settle();
    expect(await witnessed()).toEqual([]);
  });

  it('lets a nested unit of work join: all or nothing', async () => {
    const failed = unitOfWork.run(async () => {
      await register();
      throw new Error('after the inner work');
    });
    await expect(failed).rejects.toThrow('after the inner work');
    await context.settle();
    expect(await witnessed()).toEqual([]);
  });

  it('handles an event delivered ten times at once exactly once', async () => {
    const id = await register();
    await context.settle();
    const [event] = await dataSource.query<{ payload: { memberId: string } }[]>(
      'SELECT payload FROM platform.outbox_event WHERE id = $1',
      [id],
    );
    const again = {
      id,
      name: 'accounts.member-registered',
      occurredAt: '',
      correlationId: 'c',
      payload: event?.payload,
    };
    const inbox = context.get(Inbox);
    await Promise.allSettled(
      Array.from({ length: 10 }, () => inbox.deliver('witness', again as unknown as Registered)),
    );
    await context.settle();
    expect(await witnessed()).toEqual([id]);
  });

  it('keeps nothing of a failed attempt and succeeds on a later one', async () => {
    context.get(Witness).failures = 2;
    const id = await register();
    await context.settle();
    expect(await witnessed()).toEqual([id]);
    const followUps = await dataSource.query<unknown[]>(
      `SELECT 1 FROM platform.outbox_event WHERE name = 'accounts.profile-updated' AND recorded_at >=
         (SELECT recorded_at FROM platform.outbox_event WHERE id = $1)`,
      [id],
    );
    expect(followUps).toHaveLength(1);
  });

  it('parks an event that keeps failing, and replays it on request', async () => {
    context.get(Witness).failures = Number.POSITIVE_INFINITY;
    const id = await register();
    const inbox = context.get(Inbox);
    const event = {
      id,
      name: 'accounts.member-registered',
      occurredAt: '',
      correlationId: 'c',
      payload: { memberId: newId() },
    };
    for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
      await inbox.deliver('witness', event as unknown as Registered).catch(() => undefined);
    }
    await context.settle();
    const replay = context.get(EventReplay);
    const parked = await replay.parked(10);
    expect(parked.map((row) => [row.consumer, row.event_id])).toContainEqual(['witness.write-down', id]);
    expect(await witnessed()).toEqual([]);
    const told = await context.dataSource.query<unknown[]>(
      `SELECT payload FROM platform.outbox_event WHERE name = 'platform.event-parked'`,
    );
    expect(told).toEqual([{ payload: { eventId: id, consumer: 'witness.write-down' } }]);

    context.get(Witness).failures = 0;
    await replay.retry('witness.write-down', id as never);
    await context.settle();
    expect(await witnessed()).toEqual([id]);
    expect(await replay.parked(10)).toEqual([]);
    await expect(replay.retry('witness.write-down', id as never)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('heals from PostgreSQL when the queues lose everything', async () => {
    const id = await register();
    await context.settle();
    // As after a flushed Redis: relayed, but no job and no effect.
    await dataSource.query('DELETE FROM platform.inbox_event WHERE event_id = $1', [id]);
    await dataSource.query('TRUNCATE witnessed');
    await dataSource.query('UPDATE platform.outbox_event SET settled_at = NULL WHERE id = $1', [id]);
    await context.settle();
    expect(await witnessed()).toEqual([id]);
  });

  it('back-fills a consumer that joined late', async () => {
    const from = new Date(Date.now() - 60_000);
    const id = await register();
    await context.settle();
    await dataSource.query(`DELETE FROM platform.inbox_event WHERE consumer = 'witness.write-down'`);
    await dataSource.query('TRUNCATE witnessed');
    await context.get(EventReplay).backfill('witness.write-down', from);
    await context.settle();
    expect(await witnessed()).toContain(id);
  });
});
