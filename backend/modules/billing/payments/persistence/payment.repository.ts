import { Injectable } from '@nestjs/common';
import {
  DataSource,
  In,
  LessThan,
  LessThanOrEqual,
  type EntityManager,
  type FindOptionsWhere,
} from 'typeorm';
import type { PaymentMethodCode, PaymentStatus } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { PaymentEntity } from './payment.entity';

/** Nobody decided. */
const open: PaymentStatus[] = ['pending', 'proof_sent'];
/** Money is wanted, the part that arrived included. */
const awaited: PaymentStatus[] = [...open, 'partial'];

export interface PaymentSearch {
  memberId?: Uuid;
  status?: PaymentStatus;
  beforeId?: string;
  limit: number;
}
export interface PaymentFigures {
  total_spent: number;
  this_month: number;
  completed: number;
  pending: number;
}

@Injectable()
export class PaymentRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(id: Uuid): Promise<PaymentEntity | null> {
    return this.dataSource.manager.findOneBy(PaymentEntity, { id });
  }

  findAll(ids: readonly Uuid[], manager: EntityManager = this.dataSource.manager): Promise<PaymentEntity[]> {
    return manager.findBy(PaymentEntity, { id: In([...ids]) });
  }

  findOfMember(id: Uuid, memberId: Uuid): Promise<PaymentEntity | null> {
    return this.dataSource.manager.findOneBy(PaymentEntity, { id, memberId });
  }

  findByIdempotencyKey(memberId: Uuid, idempotencyKey: string): Promise<PaymentEntity | null> {
    return this.dataSource.manager.findOneBy(PaymentEntity, { memberId, idempotencyKey });
  }

  findOpen(memberId: Uuid, planId: Uuid): Promise<PaymentEntity | null> {
    return this.dataSource.manager.findOneBy(PaymentEntity, { memberId, planId, status: In(awaited) });
  }

  /** All that money is wanted for by one method. */
  awaitedBy(method: PaymentMethodCode): Promise<PaymentEntity[]> {
    return this.dataSource.manager.findBy(PaymentEntity, { method, status: In(awaited) });
  }

  /** Announced, and neither found on the statement nor withdrawn. */
  undecidedOf(memberId: Uuid): Promise<PaymentEntity[]> {
    return this.dataSource.manager.findBy(PaymentEntity, { memberId, status: In(awaited) });
  }

  /** Those who decide about a payment take turns. */
  lock(tx: Transaction, id: Uuid): Promise<PaymentEntity | null> {
    return tx.manager.findOne(PaymentEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Undecided since before `instant`; locked, those somebody is deciding about are left alone. */
  lockUndecided(tx: Transaction, instant: Date, limit: number): Promise<PaymentEntity[]> {
    return tx.manager.find(PaymentEntity, {
      where: { status: In(open), declaredAt: LessThanOrEqual(instant) },
      order: { declaredAt: 'ASC' },
      take: limit,
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
  }

  /** False when a constraint says no (same key, reference taken, one already open). */
  async add(tx: Transaction, payment: PaymentEntity): Promise<boolean> {
    const insert = tx.manager.createQueryBuilder().insert().into(PaymentEntity).values(payment);
    const result = await insert.orIgnore().returning('id').execute();
    return (result.raw as unknown[]).length === 1;
  }

  async update(tx: Transaction, id: Uuid, changes: Partial<PaymentEntity>): Promise<void> {
    await tx.manager.update(PaymentEntity, { id }, changes);
  }

  /** Newest first. `pending` is all that waits: for the staff's decision, or for the member's money too. */
  search({ memberId, status, beforeId, limit }: PaymentSearch): Promise<PaymentEntity[]> {
    const where: FindOptionsWhere<PaymentEntity> = {
      ...(memberId ? { memberId } : {}),
      ...(status ? { status: status === 'pending' ? In(memberId ? awaited : open) : status } : {}),
      ...(beforeId ? { id: LessThan(beforeId as Uuid) } : {}),
    };
    return this.dataSource.manager.find(PaymentEntity, { where, order: { id: 'DESC' }, take: limit });
  }

  async figures(memberId: Uuid, monthStart: Date): Promise<PaymentFigures> {
    const [row] = await this.dataSource.query<Record<keyof PaymentFigures, string>[]>(
      `SELECT COALESCE(sum(amount_cents) FILTER (WHERE status = 'validated'), 0) AS total_spent,
              COALESCE(sum(amount_cents) FILTER (WHERE status = 'validated' AND decided_at >= $2), 0) AS this_month,
              count(*) FILTER (WHERE status = 'validated') AS completed,
              count(*) FILTER (WHERE status IN ('pending', 'proof_sent', 'partial')) AS pending
         FROM billing.payment WHERE member_id = $1`,
      [memberId, monthStart],
    );
    return {
      total_spent: Number(row?.total_spent),
      this_month: Number(row?.this_month),
      completed: Number(row?.completed),
      pending: Number(row?.pending),
    };
  }

  async countByStatus(): Promise<Map<PaymentStatus, number>> {
    const rows = await this.dataSource.query<{ status: PaymentStatus; n: number }[]>(
      `SELECT status, count(*)::int AS n FROM billing.payment GROUP BY status`,
    );
    return new Map(rows.map(({ status, n }) => [status, n]));
  }

  async waiting(): Promise<{ count: number; oldestAt: Date | null }> {
    const [row] = await this.dataSource.query<{ count: number; oldest: Date | null }[]>(
      `SELECT count(*)::int AS count, min(declared_at) AS oldest
         FROM billing.payment WHERE status IN ('pending', 'proof_sent')`,
    );
    return { count: row?.count ?? 0, oldestAt: row?.oldest ?? null };
  }
}
