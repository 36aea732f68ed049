import { Injectable } from '@nestjs/common';
import { DataSource, LessThan, type FindOptionsWhere } from 'typeorm';
import type { ContractRequestKind, ContractRequestStatus } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { ContractRequestEntity } from './contract-request.entity';

export interface RequestSearch {
  kind?: ContractRequestKind;
  status?: ContractRequestStatus;
  beforeId?: string;
  limit: number;
}

@Injectable()
export class ContractRequestRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(id: Uuid): Promise<ContractRequestEntity | null> {
    return this.dataSource.manager.findOneBy(ContractRequestEntity, { id });
  }

  /** Those who decide about a request take turns. */
  lock(tx: Transaction, id: Uuid): Promise<ContractRequestEntity | null> {
    return tx.manager.findOne(ContractRequestEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** False when the reference is taken. */
  async add(tx: Transaction, request: ContractRequestEntity): Promise<boolean> {
    const insert = tx.manager.createQueryBuilder().insert().into(ContractRequestEntity).values(request);
    const result = await insert.orIgnore().returning('id').execute();
    return (result.raw as unknown[]).length === 1;
  }

  async update(tx: Transaction, id: Uuid, changes: Partial<ContractRequestEntity>): Promise<void> {
    await tx.manager.update(ContractRequestEntity, { id }, changes);
  }

  /** Newest first. */
  search({ kind, status, beforeId, limit }: RequestSearch): Promise<ContractRequestEntity[]> {
    const where: FindOptionsWhere<ContractRequestEntity> = {
      ...(kind ? { kind } : {}),
      ...(status ? { status } : {}),
      ...(beforeId ? { id: LessThan(beforeId as Uuid) } : {}),
    };
    return this.dataSource.manager.find(ContractRequestEntity, { where, order: { id: 'DESC' }, take: limit });
  }

  async waiting(): Promise<{ count: number; oldestAt: Date | null }> {
    const [row] = await this.dataSource.query<{ count: number; oldest: Date | null }[]>(
      `SELECT count(*)::int AS count, min(received_at) AS oldest
         FROM billing.contract_request WHERE status = 'received'`,
    );
    return { count: row?.count ?? 0, oldestAt: row?.oldest ?? null };
  }
}
