import { Injectable } from '@nestjs/common';
import { isUniqueViolation, UnitOfWork, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import type { BankMappingEntity } from '../persistence/bank-mapping.entity';
import { StatementRepository } from '../persistence/statement.repository';

type Layout = Omit<BankMappingEntity, 'id' | 'version'>;

/** How banks write their statements, as the staff keeps it. */
@Injectable()
export class BankMappings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: StatementRepository,
  ) {}

  list(): Promise<BankMappingEntity[]> {
    return this.statements.mappings();
  }

  /** @throws DomainError billing.mapping-name-taken */
  async create(layout: Layout, adminId: Uuid): Promise<BankMappingEntity> {
    const mapping = { ...layout, id: newId(), version: 1 };
    await this.write(mapping, adminId, null, (tx) => this.statements.addMapping(tx, mapping));
    return mapping;
  }

  /** @throws DomainError billing.mapping-not-found, billing.mapping-name-taken, billing.version-conflict */
  async change(mapping: BankMappingEntity, adminId: Uuid): Promise<BankMappingEntity> {
    const before = await this.statements.mapping(mapping.id);
    if (!before) throw new DomainError('billing.mapping-not-found', {}, 'not-found');
    await this.write(mapping, adminId, before, async (tx) => {
      if (await this.statements.changeMapping(tx, mapping)) return;
      throw new DomainError('billing.version-conflict', {}, 'conflict');
    });
    return { ...mapping, version: mapping.version + 1 };
  }

  private async write(
    mapping: BankMappingEntity,
    adminId: Uuid,
    before: BankMappingEntity | null,
    work: (tx: Transaction) => Promise<void>,
  ): Promise<void> {
    try {
      await this.unitOfWork.run(async (tx) => {
        await work(tx);
        tx.audit({
          actorId: adminId,
          action: before ? 'billing.change-bank-mapping' : 'billing.create-bank-mapping',
          objectType: 'bank-mapping',
          objectId: mapping.id,
          before: before && { ...before },
          after: { ...mapping },
        });
      });
    } catch (error) {
      if (!isUniqueViolation(error, 'bank_mapping_name_once')) throw error;
      throw new DomainError('billing.mapping-name-taken', { name: mapping.name }, 'conflict', [
        { field: 'name', code: 'invalid' },
      ]);
    }
  }
}
