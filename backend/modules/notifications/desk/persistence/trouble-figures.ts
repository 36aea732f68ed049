import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { outcomeSql } from '../domain/outcome';

/** What providers answer when it is too fast or too much for them (Twilio 20429, WhatsApp 63018). */
const quotaReasons = ['code 20429', 'code 63018', 'twilio-20429', 'twilio-63018'];
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

  async quotaRefusalsSince(since: Date): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM notifications.delivery
        WHERE created_at >= $1::timestamptz - ${oldestConcluded} AND changed_at >= $1 AND last_reason = ANY ($2)`,
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
