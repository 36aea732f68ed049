import type { DataSource } from 'typeorm';
import { bulkShare, type Pace } from './paces';

export interface Taking {
  key: string;
  pace: Pace;
  wanted: number;
  /** Mass messages have a share of the bucket only. */
  bulk: boolean;
  now: Date;
}
export interface Taken {
  granted: number;
  /** Tokens left to the lane that asked. */
  left: number;
  /** True when the bucket did not exist: nobody took from it for a while. */
  fresh: boolean;
}
interface BucketRow {
  granted: number;
  left: number;
  fresh: boolean;
}

const bulkPace = (pace: Pace): Pace => ({
  perSecond: pace.perSecond * bulkShare,
  // Less than one whole token would never let anything through.
  burst: Math.max(1, pace.burst * bulkShare),
});

/** The pace a lane has of a bucket. */
export const lanePace = (pace: Pace, bulk: boolean): Pace => (bulk ? bulkPace(pace) : pace);

/**
 * Takes from a bucket all workers share, in one statement: a missing bucket is a full one. `condition` is SQL
 * over `$1` (the key) and `$2` (now).
 * @returns null when the condition does not hold
 */
export async function takeTokens(
  dataSource: DataSource,
  { key, pace, wanted, bulk, now }: Taking,
  condition = 'true',
): Promise<Taken | null> {
  const share = bulkPace(pace);
  const first = Math.min(wanted, Math.floor(lanePace(pace, bulk).burst));
  const [row] = await dataSource.query<BucketRow[]>(
    `INSERT INTO platform.vendor_bucket AS b (key, tokens, bulk_tokens, granted, refilled_at)
     SELECT $1::text, $3::float8 - $7::int, $5::float8 - CASE WHEN $9::boolean THEN $7::int ELSE 0 END,
            $7::int, $2::timestamptz
      WHERE ${condition}
     ON CONFLICT (key) DO UPDATE SET (tokens, bulk_tokens, granted, refilled_at) = (
       SELECT greatest(0, full_.tokens - given.n),
              greatest(0, full_.bulk - CASE WHEN $9 THEN given.n ELSE 0 END), given.n,
              greatest(b.refilled_at, $2)
         FROM (SELECT least($3, b.tokens + passed.seconds * $4::float8) AS tokens,
                      least($5, b.bulk_tokens + passed.seconds * $6::float8) AS bulk
                 FROM (SELECT greatest(0, extract(epoch FROM $2 - b.refilled_at))::float8 AS seconds) AS passed
              ) AS full_,
              -- A whole token, whatever the rounding of its parts.
              LATERAL (SELECT least($8::int, floor(1e-9 +
                         CASE WHEN $9 THEN least(full_.tokens, full_.bulk) ELSE full_.tokens END))::int AS n
              ) AS given)
     RETURNING granted, (xmax = 0) AS fresh,
               CASE WHEN $9 THEN least(tokens, bulk_tokens) ELSE tokens END AS left`,
    [key, now, pace.burst, pace.perSecond, share.burst, share.perSecond, first, wanted, bulk],
  );
  return row ?? null;
}

/** When a lane will find `tokens` more; a bucket never holds more than its burst. */
export function refillAt(now: Date, left: number, tokens: number, pace: Pace): Date {
  const target = Math.max(1, Math.min(tokens, Math.floor(pace.burst)));
  const seconds = Math.max(0, target - left) / pace.perSecond;
  return new Date(now.getTime() + Math.ceil(seconds * 1_000));
}

const forgottenAtOnce = 5;
/** Longer than any place takes to refill: such a bucket says the same as none. */
const forgottenAfterSeconds = 60;

/**
 * Deletes a few places nobody spoke to for a minute. Asked whenever a place is made, so the table stays as small
 * as the minute is.
 */
export async function forgetIdlePlaces(dataSource: DataSource, now: Date): Promise<void> {
  await dataSource.query(
    `DELETE FROM platform.vendor_bucket WHERE key IN (
       SELECT key FROM platform.vendor_bucket
        WHERE key LIKE '%|%' AND refilled_at < $1::timestamptz - make_interval(secs => $2)
        ORDER BY refilled_at LIMIT $3 FOR UPDATE SKIP LOCKED)`,
    [now, forgottenAfterSeconds, forgottenAtOnce],
  );
}
