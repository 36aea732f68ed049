import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@calmness/platform/clock';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import type { QuietHours } from '../domain/quiet-hours';

/** The hours in which a member wants silence: none unless he says so. */
@Injectable()
export class QuietTimes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async of(memberId: Uuid): Promise<QuietHours | null> {
    const [row] = await this.dataSource.query<QuietHours[]>(
      `SELECT to_char(starts, 'HH24:MI') AS "from", to_char(ends, 'HH24:MI') AS "to", days
         FROM notifications.quiet_hours WHERE member_id = $1`,
      [memberId],
    );
    return row ?? null;
  }

  /** @throws DomainError notifications.quiet-hours-empty when it would end as it begins */
  async save(memberId: Uuid, { from, to, days }: QuietHours): Promise<void> {
    if (from === to) throw new DomainError('notifications.quiet-hours-empty', {}, 'invalid');
    await this.dataSource.query(
      `INSERT INTO notifications.quiet_hours (member_id, starts, ends, days, updated_at)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (member_id) DO UPDATE SET starts = $2, ends = $3, days = $4, updated_at = $5`,
      [memberId, from, to, days, this.clock.now()],
    );
  }

  async end(memberId: Uuid): Promise<void> {
    await this.dataSource.query('DELETE FROM notifications.quiet_hours WHERE member_id = $1', [memberId]);
  }
}
