import { Injectable } from '@nestjs/common';
import { DataSource, LessThanOrEqual, type EntityManager } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import { IssuerEntity } from './issuer.entity';

@Injectable()
export class IssuerRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The version in force at an instant. */
  current(at: Date, manager: EntityManager = this.dataSource.manager): Promise<IssuerEntity | null> {
    return manager.findOne(IssuerEntity, {
      where: { validFrom: LessThanOrEqual(at) },
      order: { version: 'DESC' },
    });
  }

  /** Newest first. */
  versions(): Promise<IssuerEntity[]> {
    return this.dataSource.manager.find(IssuerEntity, { order: { version: 'DESC' } });
  }

  /** Versions are numbered one by one; two writers at once: the second one fails on the unique number. */
  async add(tx: Transaction, issuer: Omit<IssuerEntity, 'version'>): Promise<IssuerEntity> {
    const [row] = await tx.query<{ next: number }>(
      `SELECT COALESCE(max(version), 0) + 1 AS next FROM billing.issuer`,
    );
    const version = row?.next ?? 1;
    await tx.manager.insert(IssuerEntity, { ...issuer, version });
    return { ...issuer, version };
  }
}
