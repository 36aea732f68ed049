import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CancelReason, SubscriptionOrigin, SubscriptionStatus } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';
import { SubscriptionEntity } from './subscription.entity';

export interface DeskSearch {
  /** As it is today, whatever a late tick has stored. */
  status?: SubscriptionStatus;
  origin?: SubscriptionOrigin;
  planCode?: string;
  /** Only theirs, when somebody is looked for. */
  memberIds?: readonly Uuid[];
  beforeId?: string;
  limit: number;
  today: IsoDate;
}
export interface CountsToday {
  active: number;
  paying: number;
  trials: number;
  complimentary: number;
  paused: number;
  mrrCents: number;
}
export interface MonthFigures {
  month: IsoDate;
  started: number;
  lost: number;
  atStart: number;
  mrrCents: number;
}

/** `:today` decides as `statusOn` does; a spec compares. */
const statusToday = `CASE WHEN s.status = 'paused' THEN 'paused'
  WHEN s.ends_on <= :today THEN CASE WHEN s.cancelled_at IS NULL THEN 'expired' ELSE 'cancelled' END
  WHEN s.starts_on > :today THEN 'pending' ELSE 'active' END`;
/** What was paid for a subscription, a month of it. */
const monthly = `coalesce((SELECT sum(amount_cents) FROM billing.payment
  WHERE subscription_id = s.id AND status = 'validated') / nullif(s.months, 0), 0)`;

const bought = `(SELECT * FROM billing.subscription WHERE origin = 'purchase')`;

/** Subscriptions as the staff reads them: lists, counts, and what becomes of them month by month. */
@Injectable()
export class SubscriptionDesk {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first. */
  search(search: DeskSearch): Promise<SubscriptionEntity[]> {
    const { status, origin, planCode, memberIds, beforeId, today, limit } = search;
    const query = this.dataSource.manager
      .createQueryBuilder(SubscriptionEntity, 's')
      .setParameter('today', today);
    if (status) query.andWhere(`${statusToday} = :status`, { status });
    if (origin) query.andWhere('s.origin = :origin', { origin });
    if (planCode) query.andWhere('s.planCode = :planCode', { planCode });
    if (memberIds) query.andWhere('s.memberId = ANY(:memberIds)', { memberIds });
    if (beforeId) query.andWhere('s.id < :beforeId', { beforeId });
    return query.orderBy('s.id', 'DESC').limit(limit).getMany();
  }

  async today(day: IsoDate): Promise<CountsToday> {
    const [row] = await this.dataSource.query<Record<keyof CountsToday, string>[]>(
      `SELECT count(*) FILTER (WHERE runs) AS active,
              count(*) FILTER (WHERE runs AND origin = 'purchase') AS paying,
              count(*) FILTER (WHERE runs AND origin = 'trial') AS trials,
              count(*) FILTER (WHERE runs AND origin = 'complimentary') AS complimentary,
              count(*) FILTER (WHERE status = 'paused') AS paused,
              coalesce(round(sum(monthly) FILTER (WHERE runs AND origin = 'purchase')), 0) AS "mrrCents"
         FROM (SELECT s.*, ${monthly} AS monthly,
                      s.status <> 'paused' AND s.starts_on <= $1 AND s.ends_on > $1 AS runs
                 FROM billing.subscription AS s) AS counted`,
      [day],
    );
    return numbers(row, ['active', 'paying', 'trials', 'complimentary', 'paused', 'mrrCents']);
  }

  /** The last twelve months, the present one last. */
  async months(day: IsoDate): Promise<MonthFigures[]> {
    const rows = await this.dataSource.query<Record<keyof MonthFigures, string>[]>(
      `SELECT month::text AS month,
              (SELECT count(*) FROM ${bought} AS s WHERE s.starts_on >= month AND s.starts_on < next
                  AND NOT EXISTS (SELECT FROM ${bought} AS o WHERE o.member_id = s.member_id
                      AND o.plan_group = s.plan_group AND o.starts_on < s.starts_on AND o.ends_on >= month)) AS started,
              (SELECT count(*) FROM ${bought} AS s WHERE s.ends_on >= month AND s.ends_on < next AND s.ends_on <= $1
                  AND NOT EXISTS (SELECT FROM ${bought} AS o WHERE o.member_id = s.member_id
                      AND o.plan_group = s.plan_group AND o.id <> s.id
                      AND o.starts_on >= s.ends_on AND o.starts_on < next)) AS lost,
              (SELECT count(*) FROM ${bought} AS s WHERE s.starts_on < month AND s.ends_on >= month) AS "atStart",
              (SELECT coalesce(round(sum(${monthly})), 0) FROM ${bought} AS s
                WHERE s.starts_on <= least(next - 1, $1::date) AND s.ends_on > least(next - 1, $1::date)) AS "mrrCents"
         FROM (SELECT generate_series(date_trunc('month', $1::date) - interval '11 months',
                                      date_trunc('month', $1::date), '1 month')::date AS month) AS m,
      LATERAL (SELECT (month + interval '1 month')::date AS next) AS n
        ORDER BY month`,
      [day],
    );
    return rows.map((row) => ({
      month: row.month,
      ...numbers(row, ['started', 'lost', 'atStart', 'mrrCents']),
    }));
  }

  /** Ends of the next eight weeks of what was bought, week by week from Monday. */
  async renewals(day: IsoDate): Promise<{ week: IsoDate; due: number; cancelled: number }[]> {
    const rows = await this.dataSource.query<{ week: IsoDate; due: string; cancelled: string }[]>(
      `SELECT week::date::text AS week, count(s.id) AS due, count(s.cancelled_at) AS cancelled
         FROM generate_series(date_trunc('week', $1::date), date_trunc('week', $1::date) + interval '7 weeks',
                              '1 week') AS week
         LEFT JOIN billing.subscription AS s ON s.origin = 'purchase' AND s.ends_on > $1
              AND s.ends_on >= week::date AND s.ends_on < (week + interval '1 week')::date
        GROUP BY week ORDER BY week`,
      [day],
    );
    return rows.map((row) => ({ week: row.week, ...numbers(row, ['due', 'cancelled']) }));
  }

  /** Why members left in the last year, the most frequent first. */
  async reasons(since: Date): Promise<{ reason: CancelReason; count: number }[]> {
    return this.dataSource.query<{ reason: CancelReason; count: number }[]>(
      `SELECT cancel_reason AS reason, count(*)::int AS count FROM billing.subscription
        WHERE cancelled_at >= $1 AND cancel_reason IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`,
      [since],
    );
  }
}

function numbers<Name extends string>(
  row: Record<Name, string> | undefined,
  names: readonly Name[],
): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, Number(row?.[name] ?? 0)])) as Record<Name, number>;
}
