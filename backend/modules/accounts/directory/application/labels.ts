import { Injectable } from '@nestjs/common';
import type { LabelKind } from '@calmness/contracts';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { LabelRepository, type CountedLabel } from '../persistence/label.repository';

export interface LabelCommand {
  actorId: Uuid;
  kind: LabelKind;
  name: string;
}

/** Tags and groups the staff sorts members by. */
@Injectable()
export class Labels {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly labels: LabelRepository,
  ) {}

  list(): Promise<CountedLabel[]> {
    return this.labels.list();
  }

  /** @throws DomainError accounts.label-taken */
  async create({ actorId, kind, name }: LabelCommand): Promise<Uuid> {
    const id = newId();
    await this.unitOfWork.run(async (tx) => {
      await this.labels.save(tx, { id, kind, name });
      const what = { action: 'accounts.create-label', objectType: 'label', objectId: id };
      tx.audit({ actorId, ...what, before: null, after: { kind, name } });
    });
    return id;
  }

  /** @throws DomainError accounts.label-taken, accounts.label-not-found */
  async rename(id: Uuid, { actorId, kind, name }: LabelCommand): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const before = await this.labels.find(tx, id);
      if (!before) throw new DomainError('accounts.label-not-found', {}, 'not-found');
      await this.labels.save(tx, { id, kind, name });
      const what = { action: 'accounts.rename-label', objectType: 'label', objectId: id };
      tx.audit({ actorId, ...what, before: { kind: before.kind, name: before.name }, after: { kind, name } });
    });
  }

  /** Nobody carries it any more. @throws DomainError accounts.label-not-found */
  async remove(id: Uuid, actorId: Uuid): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const before = await this.labels.find(tx, id);
      if (!before) throw new DomainError('accounts.label-not-found', {}, 'not-found');
      await this.labels.remove(tx, id);
      const what = { action: 'accounts.remove-label', objectType: 'label', objectId: id };
      tx.audit({ actorId, ...what, before: { kind: before.kind, name: before.name }, after: null });
    });
  }
}
