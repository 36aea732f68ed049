import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { businessZone } from '@calmness/platform/clock';

const day = `(created_at AT TIME ZONE '${businessZone}')::date`;
/** What still waits is not old, whatever its age. */
const doneWith = 'created_at < $1 AND closed_at IS NOT NULL';
const kind = 'channel, category, template, state';
const delayMs = 'extract(epoch FROM accepted_at - created_at)::float8 * 1000';
const percentile = (share: number): string =>
  `round(percentile_cont(${share}) WITHIN GROUP (ORDER BY ${delayMs}) FILTER (WHERE accepted_at IS NOT NULL))`;

interface Counted {
  count: number;
}
interface Pile {
  /** Deletes one batch of it, oldest first, in one transaction of its own; answers how many went. */
  forget: string;
  count: string;
}

const pile = (table: string, at: string, which: string): Pile => ({
  forget: `
    WITH gone AS (DELETE FROM ${table} WHERE id IN (
      SELECT id FROM ${table} WHERE ${at} < $1 AND ${which} ORDER BY ${at} LIMIT $2 FOR UPDATE SKIP LOCKED)
      RETURNING 1)
    SELECT count(*)::integer AS count FROM gone`,
  count: `SELECT count(*)::integer AS count FROM ${table} WHERE ${at} < $1 AND ${which}`,
});

/** A delivery leaves the log and enters its day in one statement: it is never in both, and never in none. */
const deliveries: Pile = {
  forget: `
    WITH gone AS (
      DELETE FROM notifications.delivery WHERE id IN (
        SELECT id FROM notifications.delivery WHERE ${doneWith} ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED)
      RETURNING intent_id, created_at, ${kind}, test
    ), ended AS (
      UPDATE notifications.intent AS i SET final_states = i.final_states || e.states
        FROM (SELECT intent_id, jsonb_object_agg(channel, state) AS states FROM gone GROUP BY 1) AS e
       WHERE i.id = e.intent_id
    ), kept AS (
      INSERT INTO notifications.delivery_day AS known (day, ${kind}, count)
      SELECT ${day}, ${kind}, count(*) FROM gone WHERE NOT test GROUP BY 1, ${kind} ORDER BY 1, ${kind}
      ON CONFLICT ON CONSTRAINT delivery_day_pkey DO UPDATE SET count = known.count + excluded.count)
    SELECT count(*)::integer AS count FROM gone`,
  count: `SELECT count(*)::integer AS count FROM notifications.delivery WHERE ${doneWith}`,
};

/** What grows old, by what it is. Unread messages and the key of every piece of news stay for ever. */
export const piles = {
  deliveries,
  digests: pile(
    'notifications.digest',
    'created_at',
    'NOT EXISTS (SELECT 1 FROM notifications.delivery AS d WHERE d.digest_id = digest.id)',
  ),
  provider_events: pile('notifications.provider_event', 'received_at', 'understood_at IS NOT NULL'),
  notifications: pile(
    'notifications.notification',
    'created_at',
    '(read_at IS NOT NULL OR deleted_at IS NOT NULL) AND snoozed_until IS NULL',
  ),
} as const satisfies Record<string, Pile>;
export type PileName = keyof typeof piles;

@Injectable()
export class OldRows {
  constructor(private readonly dataSource: DataSource) {}

  /** The delays of whole days, while all their deliveries are there; a day that is under way keeps what it has. */
  async summarise(before: Date): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO notifications.delivery_day (day, ${kind}, count, p50_ms, p95_ms)
       SELECT ${day}, ${kind}, 0, ${percentile(0.5)}, ${percentile(0.95)}
         FROM notifications.delivery WHERE ${doneWith} AND NOT test GROUP BY 1, ${kind} ORDER BY 1, ${kind}
       ON CONFLICT ON CONSTRAINT delivery_day_pkey DO NOTHING`,
      [before],
    );
  }

  /** Batches wait for each other: two that touch the same days and news in another order would lock each other out. */
  forget(name: PileName, before: Date, limit: number): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('notifications.purge'))`);
      return countOf(await manager.query<Counted[]>(piles[name].forget, [before, limit]));
    });
  }

  async count(name: PileName, before: Date): Promise<number> {
    return countOf(await this.dataSource.query<Counted[]>(piles[name].count, [before]));
  }
}

function countOf([row]: readonly Counted[]): number {
  return row?.count ?? 0;
}
