import { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import { dataSourceOptions } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { NotificationsModule } from '../notifications.module';
import { plantDelivery } from '../testing/plant-delivery';
import { PurgeLog } from './application/purge-log';
import { DeliveryFigures } from './persistence/delivery-figures';
import { OldRows } from './persistence/old-rows';

const old = '2026-08-20T09:00:00Z';
const young = '2026-08-22T09:00:00Z';

describe('the purge after ninety days', () => {
  let context: TestContext;
  const member = newId();

  beforeAll(async () => {
    context = await startTestContext({
      imports: [AccountsModule, NotificationsModule],
      providers: [DeliveryFigures],
    });
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    await context.dataSource.query(
      `TRUNCATE notifications.intent, notifications.delivery_day, notifications.digest, notifications.notification,
                notifications.provider_event CASCADE`,
    );
    context.clock.set('2026-11-20T09:00:00Z');
  });

  const plant = (at: string, state: 'sent' | 'failed' | 'queued' | 'read', test = false): Promise<Uuid> =>
    plantDelivery(context.dataSource, { recipientId: member, at, state, test });
  const count = async (table: string): Promise<number> => {
    const sql = `SELECT count(*)::integer AS count FROM notifications.${table}`;
    const [row] = await context.dataSource.query<{ count: number }[]>(sql);
    return row?.count ?? 0;
  };
  const figures = async () => {
    const { byState, byTemplate, byDay } = await context.get(DeliveryFigures).since('2026-01-01');
    const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row)).toSorted();
    return [sorted(byState), sorted(byTemplate), sorted(byDay)];
  };
  const message = (at: string, readAt: string | null, key: string) =>
    context.dataSource.query(
      `INSERT INTO notifications.notification (id, member_id, type, category, severity, title, body, dedupe_key,
                                               created_at, seen_at, read_at)
       VALUES ($1, $2, 'welcome', 'news', 'info', 'Bonjour', '', $3, $4, $5, $5)`,
      [newId(), member, key, at, readAt],
    );
  const heard = (at: string, understood: boolean, key: string) =>
    context.dataSource.query(
      `INSERT INTO notifications.provider_event (id, provider, event_key, sealed, received_at, understood_at, outcome)
       VALUES ($1, 'twilio', $2, CASE WHEN $4 THEN NULL ELSE 'sealed' END, $3::timestamptz,
               CASE WHEN $4 THEN $3::timestamptz END, CASE WHEN $4 THEN 'sent' END)`,
      [newId(), key, at, understood],
    );

  async function plantHouse(): Promise<void> {
    for (let times = 0; times < 12; times += 1) await plant(old, times % 3 === 0 ? 'failed' : 'sent');
    await plant(old, 'sent', true);
    await plant(old, 'queued');
    await plant(young, 'read');
    await message(old, old, 'read');
    await message(old, null, 'unread');
    await message(young, young, 'read lately');
    await heard(old, true, 'understood');
    await heard(old, false, 'waiting');
    await heard(young, true, 'young');
  }

  it('forgets what is done with, keeps what is not, and the figures stay the same', async () => {
    await plantHouse();
    const before = await figures();
    const counted = await context.get(PurgeLog).execute({ dryRun: true });
    expect(counted).toEqual({ deliveries: 13, digests: 0, provider_events: 1, notifications: 1 });
    expect(await count('delivery')).toBe(15);
    expect(await context.get(PurgeLog).execute({ batch: 5 })).toEqual(counted);
    expect(await figures()).toEqual(before);
    expect(await count('delivery')).toBe(2);
    expect(await count('delivery_step')).toBe(2);
    expect(await count('provider_event')).toBe(2);
    expect(await count('notification')).toBe(2);
    expect(await count('intent')).toBe(15);
    const ends = await context.dataSource.query<unknown[]>(
      'SELECT final_states AS ends, count(*)::integer AS count FROM notifications.intent GROUP BY 1 ORDER BY 2',
    );
    expect(ends).toEqual([
      { ends: {}, count: 2 },
      { ends: { email: 'failed' }, count: 4 },
      { ends: { email: 'sent' }, count: 9 },
    ]);
    const days = await context.dataSource.query<unknown[]>(
      'SELECT state, count, p50_ms, p95_ms FROM notifications.delivery_day ORDER BY state',
    );
    expect(days).toEqual([
      { state: 'failed', count: 4, p50_ms: null, p95_ms: null },
      { state: 'sent', count: 8, p50_ms: 2_000, p95_ms: 2_000 },
    ]);
    expect(Object.values(await context.get(PurgeLog).execute())).toEqual([0, 0, 0, 0]);
  });

  it('goes on where it stopped when its connection dies in the middle of a batch', async () => {
    await plantHouse();
    const before = await figures();
    await context.dataSource.query(`
      CREATE SEQUENCE notifications.deletions;
      CREATE FUNCTION notifications.die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('notifications.deletions') = 8 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
        RETURN OLD;
      END $$;
      CREATE TRIGGER die BEFORE DELETE ON notifications.delivery FOR EACH ROW EXECUTE FUNCTION notifications.die()`);
    const doomed = await new DataSource(dataSourceOptions(context.config)).initialize();
    const purge = new PurgeLog(new OldRows(doomed), context.clock).execute({ batch: 5 });
    await expect(purge).rejects.toThrow();
    await doomed.destroy();
    await context.dataSource.query(
      'DROP FUNCTION notifications.die CASCADE; DROP SEQUENCE notifications.deletions',
    );
    expect(await count('delivery')).toBe(10);
    expect(await figures()).toEqual(before);
    const { deliveries, notifications } = await context.get(PurgeLog).execute({ batch: 5 });
    expect([deliveries, notifications]).toEqual([8, 1]);
    expect(await figures()).toEqual(before);
  });

  it('is done once by two workers that race', async () => {
    await plantHouse();
    const before = await figures();
    const runs = await Promise.all([1, 2, 3].map(() => context.get(PurgeLog).execute({ batch: 2 })));
    expect(runs.reduce((sum, { deliveries }) => sum + deliveries, 0)).toBe(13);
    expect(await figures()).toEqual(before);
  });
});
