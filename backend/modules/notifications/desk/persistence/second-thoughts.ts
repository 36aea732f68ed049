import { Injectable } from '@nestjs/common';
import type { DeliveryState } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';

export interface Was {
  state: DeliveryState;
  attempts: number;
  last_reason: string | null;
  provider_id: string | null;
}

/** The row is held first, so that what it was is what was changed. */
const held = (condition: string): string => `
  WITH was AS (
    SELECT id, state, attempts, last_reason, provider_id FROM notifications.delivery
     WHERE id = $1 AND state = ANY ($2) AND digest_id IS NULL ${condition} FOR UPDATE)
  UPDATE notifications.delivery AS d`;
const before = `FROM was WHERE d.id = was.id RETURNING was.state, was.attempts, was.last_reason, was.provider_id`;

/** Changes of a delivery that a person decides. Null when its state no longer allows them. */
@Injectable()
export class SecondThoughts {
  /**
   * `attempts` goes on counting, because it tells the claims apart; what was tried before is only set aside. A doubt that
   * was settled since is none any more: the copy that failed would be taken for this one.
   */
  async retry(tx: Transaction, id: Uuid, from: readonly DeliveryState[], now: Date): Promise<Was | null> {
    const [was] = await tx.query<Was>(
      `${held('AND expires_at > $3')}
          SET state = 'queued', attempts_before = d.attempts, next_attempt_at = $3, changed_at = $3,
              closed_at = NULL, accepted_at = NULL, handed_over_at = NULL, provider_id = NULL,
              doubt_since = CASE WHEN was.state = 'unknown' THEN d.doubt_since END, last_reason = 'staff-retry'
       ${before}`,
      [id, from, now],
    );
    return was ?? null;
  }

  async cancel(tx: Transaction, id: Uuid, from: readonly DeliveryState[], now: Date): Promise<Was | null> {
    const [was] = await tx.query<Was>(
      `${held('')}
          SET state = 'cancelled', changed_at = $3, closed_at = $3, last_reason = 'staff-cancelled'
       ${before}`,
      [id, from, now],
    );
    return was ?? null;
  }
}
