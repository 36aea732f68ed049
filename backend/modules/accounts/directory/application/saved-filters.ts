import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MemberFilter, MemberSort } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, violatedConstraint } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { SavedFilterEntity } from '../persistence/saved-filter.entity';

export interface NewFilter {
  ownerId: Uuid;
  name: string;
  filter: MemberFilter;
  sort: MemberSort;
}

/** The ways one of the staff looks at the list, kept for him alone. */
@Injectable()
export class SavedFilters {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  list(ownerId: Uuid): Promise<SavedFilterEntity[]> {
    return this.dataSource.manager.find(SavedFilterEntity, { where: { ownerId }, order: { name: 'ASC' } });
  }

  /** @throws DomainError accounts.filter-taken when he has one of that name */
  async add(filter: NewFilter): Promise<void> {
    try {
      await this.unitOfWork.run(async (tx) => {
        await tx.manager.insert(SavedFilterEntity, { id: newId(), ...filter, createdAt: this.clock.now() });
      });
    } catch (error) {
      if (violatedConstraint(error) !== 'saved_filter_name_once') throw error;
      throw new DomainError('accounts.filter-taken', {}, 'conflict', [{ field: 'name', code: 'invalid' }]);
    }
  }

  /** @throws DomainError request.not-found, for another person's filter too */
  async remove(ownerId: Uuid, id: Uuid): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { affected } = await tx.manager.delete(SavedFilterEntity, { id, ownerId });
      if (affected !== 1) throw new DomainError('request.not-found', {}, 'not-found');
    });
  }
}
