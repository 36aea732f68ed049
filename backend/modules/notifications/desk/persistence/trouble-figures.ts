import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { outcomeSql } from '../domain/outcome';

/** What Twilio answers when it is too fast or too much for it: its own codes 20429 and 63018, or a bare 429. */
const quotaReasons = ['code 20429', 'code 63018', 'HTTP 429'];
/** Nothing older is concluded every day: keeps the question to recent rows, by their index. */
const oldestConcluded = `interval '2 days'`;

/** The figures troubles are judged by. */
@Injectable()
export class TroubleFigures {
  constructor(private readonly dataSource: DataSource) {}

  async concludedSince(since: Date): Promise<{ arrived: number; missed: number }> {
    const [row] = await this.dataSource.query<{ arrived: number; missed: number }[]>(
      `SELECT count(*) FILTER (WHERE outcome = 'arrived')::integer AS arrived,
              count(*) FILTER (WHERE outcome = 'missed')::integer AS missed
         FROM (SELECT ${outcomeSql} AS outcome FROM notifications.delivery
                WHERE created_at >= $1::timestamptz - ${oldestConcluded} AND closed_at >= $1 AND NOT test) AS concluded`,
      [since],
    );
    return row ?? { arrived: 0, missed: 0 };
  }

  /**
   * Attempts WhatsApp was refused for its pace, those of a message that left after all as well. A message that is taken
   * up again or put back still carries the reason of the attempt before: each attempt counts once, by how it ended.
   */
  async quotaRefusalsSince(since: Date): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `SELECT count(DISTINCT (s.delivery_id, s.attempt))::integer AS count
         FROM notifications.delivery AS d JOIN notifications.delivery_step AS s ON s.delivery_id = d.id
        WHERE d.channel = 'whatsapp' AND d.created_at >= $1::timestamptz - ${oldestConcluded} AND d.changed_at >= $1
          AND s.at >= $1 AND s.state <> 'sending' AND s.reason = ANY ($2)`,
      [since, quotaReasons],
    );
    return row?.count ?? 0;
  }

  /** In bytes. */
  async databaseSize(): Promise<number> {
    const [row] = await this.dataSource.query<{ size: string }[]>(
      'SELECT pg_database_size(current_database()) AS size',
    );
    return Number(row?.size ?? 0);
  }
}
