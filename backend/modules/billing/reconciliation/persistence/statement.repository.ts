import { Injectable } from '@nestjs/common';
import { DataSource, In, MoreThan } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import type { CsvLayout } from '../domain/read-csv';
import { BankMappingEntity } from './bank-mapping.entity';
import { StatementLineEntity } from './statement-line.entity';

@Injectable()
export class StatementRepository {
  constructor(private readonly dataSource: DataSource) {}

  mappings(): Promise<BankMappingEntity[]> {
    return this.dataSource.manager.find(BankMappingEntity, { order: { name: 'ASC' } });
  }

  mapping(id: Uuid): Promise<BankMappingEntity | null> {
    return this.dataSource.manager.findOneBy(BankMappingEntity, { id });
  }

  /** Layouts nobody has under their name yet; what the staff changed stays. */
  async addMissing(tx: Transaction, layouts: readonly (CsvLayout & { name: string })[]): Promise<void> {
    const rows = layouts.map((layout) => ({ ...layout, id: newId(), version: 1 }));
    await tx.manager.createQueryBuilder().insert().into(BankMappingEntity).values(rows).orIgnore().execute();
  }

  async addMapping(tx: Transaction, mapping: BankMappingEntity): Promise<void> {
    await tx.manager.insert(BankMappingEntity, mapping);
  }

  /** False when somebody changed it in between. */
  async changeMapping(tx: Transaction, { id, version, ...changes }: BankMappingEntity): Promise<boolean> {
    const changed = await tx.manager.update(
      BankMappingEntity,
      { id, version },
      { ...changes, version: version + 1 },
    );
    return changed.affected === 1;
  }

  /** How many of the lines nobody had seen before. */
  async addLines(tx: Transaction, lines: readonly StatementLineEntity[]): Promise<number> {
    let added = 0;
    for (let start = 0; start < lines.length; start += 500) {
      const insert = tx.manager.createQueryBuilder().insert().into(StatementLineEntity);
      const result = await insert
        .values(lines.slice(start, start + 500))
        .orIgnore()
        .returning('id')
        .execute();
      added += (result.raw as unknown[]).length;
    }
    return added;
  }

  /** Money that came in and that nobody used, the newest first. */
  openCredits(limit: number): Promise<StatementLineEntity[]> {
    return this.dataSource.manager.find(StatementLineEntity, {
      where: { state: 'open', amountCents: MoreThan(0) },
      order: { bookedOn: 'DESC', id: 'DESC' },
      take: limit,
    });
  }

  find(id: Uuid): Promise<StatementLineEntity | null> {
    return this.dataSource.manager.findOneBy(StatementLineEntity, { id });
  }

  findOpen(tx: Transaction, ids: readonly Uuid[]): Promise<StatementLineEntity[]> {
    return tx.manager.findBy(StatementLineEntity, { id: In([...ids]), state: 'open' });
  }

  async ignore(tx: Transaction, id: Uuid): Promise<boolean> {
    const changed = await tx.manager.update(StatementLineEntity, { id, state: 'open' }, { state: 'ignored' });
    return changed.affected === 1;
  }

  async use(tx: Transaction, id: Uuid, paymentId: Uuid): Promise<void> {
    await tx.manager.update(StatementLineEntity, { id }, { state: 'used', paymentId });
  }
}
