import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DeliveryOutcome, DeliveryState, OutgoingChannel } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import { businessZone, startOfDay } from '@calmness/platform/clock';
import { outcomeSql } from '../domain/outcome';

export interface StateCount {
  channel: OutgoingChannel;
  state: DeliveryState;
  outcome: DeliveryOutcome;
  count: number;
}
export interface TemplateCount {
  template: string;
  outcome: DeliveryOutcome;
  count: number;
}
export interface DayCount {
  day: IsoDate;
  outcome: DeliveryOutcome;
  count: number;
}
export interface DeliveryCounts {
  byState: StateCount[];
  byTemplate: TemplateCount[];
  byDay: DayCount[];
}
interface Row {
  day: IsoDate | null;
  template: string | null;
  channel: OutgoingChannel | null;
  state: DeliveryState | null;
  outcome: DeliveryOutcome;
  count: number;
}

/**
 * What is still in the log, and what is left of the days that were purged: a delivery is in one of both, never in two,
 * because a purge moves it in one transaction and this reads one snapshot.
 */
const counted = `
  WITH counted AS (
    SELECT (created_at AT TIME ZONE '${businessZone}')::date AS day, channel, template, state, count(*) AS count
      FROM notifications.delivery WHERE created_at >= $2 AND NOT test GROUP BY 1, 2, 3, 4
    UNION ALL
    SELECT day, channel, template, state, count FROM notifications.delivery_day WHERE day >= $1::date
  ), judged AS (SELECT *, ${outcomeSql} AS outcome FROM counted)`;

/** The figures of the desk, set-based; test sends are in none of them. */
@Injectable()
export class DeliveryFigures {
  constructor(private readonly dataSource: DataSource) {}

  /** @param since first day, in the academy's zone */
  async since(since: IsoDate): Promise<DeliveryCounts> {
    const rows = await this.dataSource.query<Row[]>(
      `${counted}
       SELECT day::text, template, channel, state, outcome, sum(count)::integer AS count FROM judged
        GROUP BY GROUPING SETS ((channel, state, outcome), (template, outcome), (day, outcome))`,
      [since, startOfDay(since)],
    );
    return {
      byState: rows.filter((row): row is Row & StateCount => row.channel !== null),
      byTemplate: rows.filter((row): row is Row & TemplateCount => row.template !== null),
      byDay: rows.filter((row): row is Row & DayCount => row.day !== null),
    };
  }

  /**
   * Milliseconds from the decision to the provider's acceptance: exact for what the log still holds; with forgotten days
   * the mean of both, weighted by their messages, because percentiles do not add up.
   */
  async delaySince(since: IsoDate): Promise<{ p50: number; p95: number } | null> {
    const [row] = await this.dataSource.query<{ p50: number | null; p95: number | null }[]>(
      `WITH logged AS (
         SELECT count(*) AS count, percentile_cont(ARRAY[0.5, 0.95]) WITHIN GROUP (
                  ORDER BY extract(epoch FROM accepted_at - created_at)::float8 * 1000) AS found
           FROM notifications.delivery WHERE created_at >= $2 AND accepted_at IS NOT NULL AND NOT test
       ), known AS (
         SELECT count, found[1] AS p50, found[2] AS p95 FROM logged
         UNION ALL
         SELECT count, p50_ms, p95_ms FROM notifications.delivery_day
          WHERE day >= $1::date AND p50_ms IS NOT NULL)
       SELECT round(sum(count * p50) / nullif(sum(count), 0))::integer AS p50,
              round(sum(count * p95) / nullif(sum(count), 0))::integer AS p95 FROM known WHERE count > 0`,
      [since, startOfDay(since)],
    );
    const { p50, p95 } = row ?? {};
    return typeof p50 === 'number' && typeof p95 === 'number' ? { p50, p95 } : null;
  }
}
