import { Injectable } from '@nestjs/common';
import type { ErasureOrigin } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { graceDays } from '../domain/erasure';
import { ErasureRepository } from '../persistence/erasure.repository';

export interface ScheduleErasureCommand {
  memberId: Uuid;
  /** Who wants it. A staff member is named and says why; the caller has asked for the blockers before. */
  by: { origin: Exclude<ErasureOrigin, 'staff'> } | { origin: 'staff'; actorId: Uuid; reason: string };
  /** The member gave up what waivable blockers protect. */
  gaveUpAccess?: boolean;
}

/** Sets the day of an erasure, a week ahead. While one is set, asking again changes nothing. */
@Injectable()
export class ScheduleErasure {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly erasures: ErasureRepository,
    private readonly members: MemberRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError accounts.member-not-found, for a member who is erased too */
  async execute({ memberId, by, gaveUpAccess = false }: ScheduleErasureCommand): Promise<void> {
    const requestedAt = this.clock.now();
    const executeAfter = new Date(requestedAt.getTime() + graceDays * 86_400_000);
    const [actorId, reason] = by.origin === 'staff' ? [by.actorId, by.reason] : [null, null];
    await this.unitOfWork.run(async (tx) => {
      const member = await this.members.lock(tx, memberId);
      if (!member || member.erasedAt) throw new DomainError('accounts.member-not-found', {}, 'not-found');
      const id = newId();
      const row = {
        id,
        memberId,
        origin: by.origin,
        actorId,
        reason,
        gaveUpAccess,
        requestedAt,
        executeAfter,
      };
      if (!(await this.erasures.add(tx, row))) return;
      tx.record('accounts.erasure-scheduled', {
        erasureId: id,
        memberId,
        origin: by.origin,
        executeAfter: executeAfter.toISOString(),
      });
      if (!actorId) return;
      const after = { execute_after: executeAfter.toISOString(), reason };
      const action = 'accounts.schedule-erasure';
      tx.audit({ actorId, action, objectType: 'member', objectId: memberId, before: null, after });
    });
  }
}
