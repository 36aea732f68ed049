import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { FatigueGauge } from '@calmness/contracts';
import { businessZone } from '@calmness/platform/clock';
import type { DeliveryEntity } from './delivery.entity';

/** What rings and may wait: reminders and mass messages (positions in `lanes`), by anything but a mail; no test. */
const rings = `channel <> 'email' AND lane >= 2 AND NOT test`;
/** One that may have arrived did ring. */
const rangAt = `coalesce(accepted_at, CASE WHEN state = 'unknown' THEN handed_over_at END)`;

/** How often people were rung. One piece of news is one message, by however many channels it rang. */
@Injectable()
export class Rings {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Other news that rang since then, or is about to; zero when this one has rung already by another way. Of two that leave
   * together the older one goes first, so that they do not both give way.
   */
  async besides({ recipientId, intentId }: DeliveryEntity, since: Date): Promise<number> {
    const [row] = await this.dataSource.query<{ others: number; itself: boolean | null }[]>(
      `SELECT count(DISTINCT intent_id) FILTER (WHERE intent_id <> $2)::integer AS others,
              bool_or(intent_id = $2) AS itself
         FROM notifications.delivery
        WHERE recipient_id = $1 AND ${rings}
          AND (${rangAt} >= $3 OR (state = 'sending' AND intent_id < $2))`,
      [recipientId, intentId, since],
    );
    return !row || row.itself ? 0 : row.others;
  }

  /** Days are the academy's here; the limit itself counts in each member's. */
  async fatigueSince(since: Date): Promise<Omit<FatigueGauge, 'limit'>> {
    const distribution = await this.dataSource.query<FatigueGauge['distribution']>(
      `SELECT messages::integer, count(*)::integer AS member_days
         FROM (SELECT count(DISTINCT intent_id) AS messages FROM notifications.delivery
                WHERE created_at >= $1 AND ${rangAt} IS NOT NULL AND ${rings}
                GROUP BY recipient_id, (${rangAt} AT TIME ZONE '${businessZone}')::date) AS days
        GROUP BY messages ORDER BY messages`,
      [since],
    );
    const [over] = await this.dataSource.query<{ count: number }[]>(
      `SELECT count(DISTINCT recipient_id)::integer AS count FROM notifications.delivery
        WHERE created_at >= $1 AND state = 'suppressed' AND last_reason = 'over-budget'`,
      [since],
    );
    return { members_over: over?.count ?? 0, distribution };
  }
}
