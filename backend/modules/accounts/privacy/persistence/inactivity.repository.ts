import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';

export interface QuietMember {
  memberId: Uuid;
  lastSeenAt: Date;
}

/** Members only: no duty, not erased, no erasure to come. */
const ordinary = `member.roles <@ ARRAY['member'] AND member.erased_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM accounts.erasure
                   WHERE member_id = member.id AND state IN ('scheduled', 'running'))`;
const lastSeen = 'COALESCE(seen.seen_at, member.created_at)';

@Injectable()
export class InactivityRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Writes down when everybody was last seen, before his sessions are forgotten. */
  async collect(): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO accounts.last_activity (member_id, seen_at)
       SELECT member_id, max(last_seen_at) FROM accounts.session GROUP BY member_id
       ON CONFLICT (member_id) DO UPDATE
          SET seen_at = GREATEST(accounts.last_activity.seen_at, EXCLUDED.seen_at)
        WHERE accounts.last_activity.seen_at < EXCLUDED.seen_at`,
    );
  }

  /** Quiet since before that instant, and not warned about this silence yet; longest first. */
  toWarn(quietSince: Date, limit: number): Promise<QuietMember[]> {
    return this.dataSource.query<QuietMember[]>(
      `SELECT member.id AS "memberId", ${lastSeen} AS "lastSeenAt"
         FROM accounts.member LEFT JOIN accounts.last_activity AS seen ON seen.member_id = member.id
        WHERE ${ordinary} AND ${lastSeen} <= $1
          AND NOT EXISTS (SELECT 1 FROM accounts.inactivity_warning AS warning
                           WHERE warning.member_id = member.id AND warning.last_seen_at = ${lastSeen})
        ORDER BY 2 LIMIT $2`,
      [quietSince, limit],
    );
  }

  /** Quiet since before that instant though warned in time. */
  toErase(quietSince: Date, warnedBefore: Date, limit: number): Promise<QuietMember[]> {
    return this.dataSource.query<QuietMember[]>(
      `SELECT member.id AS "memberId", ${lastSeen} AS "lastSeenAt"
         FROM accounts.member LEFT JOIN accounts.last_activity AS seen ON seen.member_id = member.id
         JOIN accounts.inactivity_warning AS warning
           ON warning.member_id = member.id AND warning.last_seen_at = ${lastSeen}
        WHERE ${ordinary} AND ${lastSeen} <= $1 AND warning.warned_at <= $2
        ORDER BY 2 LIMIT $3`,
      [quietSince, warnedBefore, limit],
    );
  }

  /** False when that silence was warned about already. */
  async addWarning(tx: Transaction, id: Uuid, quiet: QuietMember, now: Date): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO accounts.inactivity_warning (id, member_id, last_seen_at, warned_at)
       VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING id`,
      [id, quiet.memberId, quiet.lastSeenAt, now],
    );
    return rows.length === 1;
  }

  async warning(id: Uuid): Promise<(QuietMember & { warnedAt: Date }) | null> {
    const [row] = await this.dataSource.query<(QuietMember & { warnedAt: Date })[]>(
      `SELECT member_id AS "memberId", last_seen_at AS "lastSeenAt", warned_at AS "warnedAt"
         FROM accounts.inactivity_warning WHERE id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** True when the member came back after that instant. */
  async seenSince(memberId: Uuid, instant: Date): Promise<boolean> {
    const [row] = await this.dataSource.query<{ seen: boolean }[]>(
      `SELECT EXISTS (SELECT 1 FROM accounts.session WHERE member_id = $1 AND last_seen_at > $2)
           OR EXISTS (SELECT 1 FROM accounts.last_activity WHERE member_id = $1 AND seen_at > $2) AS seen`,
      [memberId, instant],
    );
    return row?.seen === true;
  }
}
