import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface SchedulerSign {
  /** When a tick ended last; null when none did within a day. */
  seenAt: Date | null;
  /** No tick ended for three minutes: reminders wait, mails wait. */
  silent: boolean;
}

const silentAfterMinutes = 3;

/** Whether somebody still runs the ticks. Several of them are due every minute. */
@Injectable()
export class SchedulerWatch {
  constructor(private readonly dataSource: DataSource) {}

  async read(): Promise<SchedulerSign> {
    const [row] = await this.dataSource.query<{ seen_at: Date | null; silent: boolean | null }[]>(
      `SELECT max(ended_at) AS seen_at,
              max(ended_at) < clock_timestamp() - make_interval(mins => $1) AS silent
         FROM platform.tick_run WHERE slot > clock_timestamp() - interval '1 day'`,
      [silentAfterMinutes],
    );
    return { seenAt: row?.seen_at ?? null, silent: row?.silent ?? true };
  }
}
