import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { deliveryCsvRows, type DeliveryLogFilter, type DeliveryState } from '@calmness/contracts';
import { addDays, startOfDay } from '@calmness/platform/clock';
import type { Uuid } from '@calmness/platform/ids';
import { DeliveryEntity } from '../../delivery/persistence/delivery.entity';

export interface Step {
  at: Date;
  state: DeliveryState;
  attempt: number;
  reason: string | null;
}

const batch = 1_000;

/** Reads what was sent, newest first: ids are ordered by time, so a page starts where the last one ended. */
@Injectable()
export class DeliveryLogReader {
  constructor(private readonly dataSource: DataSource) {}

  page(filter: DeliveryLogFilter, limit: number, beforeId?: Uuid): Promise<DeliveryEntity[]> {
    const query = this.dataSource.manager
      .createQueryBuilder(DeliveryEntity, 'd')
      .orderBy('d.id', 'DESC')
      .take(limit);
    if (filter.channel) query.andWhere('d.channel = :channel', filter);
    if (filter.state) query.andWhere('d.state = :state', filter);
    if (filter.category) query.andWhere('d.category = :category', filter);
    if (filter.template) query.andWhere('d.template = :template', filter);
    if (filter.member_id) query.andWhere('d.recipientId = :member_id', filter);
    if (filter.from) query.andWhere('d.createdAt >= :since', { since: startOfDay(filter.from) });
    if (filter.to) query.andWhere('d.createdAt < :until', { until: startOfDay(addDays(filter.to, 1)) });
    if (beforeId) query.andWhere('d.id < :beforeId', { beforeId });
    return query.getMany();
  }

  /** Page after page, without holding a transaction: at most `deliveryCsvRows` and one more, which tells of the rest. */
  async *all(filter: DeliveryLogFilter): AsyncGenerator<DeliveryEntity> {
    let last: Uuid | undefined;
    for (let given = 0; given <= deliveryCsvRows; given += batch) {
      const rows = await this.page(filter, Math.min(batch, deliveryCsvRows + 1 - given), last);
      yield* rows;
      last = rows.at(-1)?.id;
      if (rows.length < batch) return;
    }
  }

  stepsOf(id: Uuid): Promise<Step[]> {
    return this.dataSource.query<Step[]>(
      `SELECT at, state, attempt, reason FROM notifications.delivery_step WHERE delivery_id = $1 ORDER BY number`,
      [id],
    );
  }
}
