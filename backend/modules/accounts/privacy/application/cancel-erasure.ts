import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { ErasureRepository } from '../persistence/erasure.repository';

/** Calls an erasure off while its day has not come. */
@Injectable()
export class CancelErasure {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly erasures: ErasureRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @param actorId the staff member who restores the account; undefined when the member does
   * @throws DomainError accounts.erasure-not-scheduled when nothing is scheduled, or it has begun
   */
  async execute(memberId: Uuid, actorId?: Uuid): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const erasureId = await this.erasures.cancel(tx, memberId, this.clock.now());
      if (!erasureId) throw new DomainError('accounts.erasure-not-scheduled', {}, 'conflict');
      tx.record('accounts.erasure-cancelled', { erasureId, memberId });
      if (!actorId) return;
      const [action, objectType] = ['accounts.cancel-erasure', 'member'];
      const [before, after] = [{ erasure: 'scheduled' }, { erasure: 'cancelled' }];
      tx.audit({ actorId, action, objectType, objectId: memberId, before, after });
    });
  }
}
