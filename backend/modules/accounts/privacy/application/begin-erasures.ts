import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { SessionRepository } from '../../access/persistence/session.repository';
import type { Erasure } from '../domain/erasure';
import { ErasureRepository } from '../persistence/erasure.repository';
import { InactivityRepository } from '../persistence/inactivity.repository';
import { CancelErasure } from './cancel-erasure';
import { FindBlockers } from './find-blockers';
import { standing } from './request-erasure';

const atOnce = 50;
const heldMs = 3_600_000;

/** Lets erasures begin whose week is over, unless something new stands in the way. */
@Injectable()
export class BeginErasures {
  constructor(
    private readonly erasures: ErasureRepository,
    private readonly inactivity: InactivityRepository,
    private readonly members: MemberRepository,
    private readonly sessions: SessionRepository,
    private readonly blockers: FindBlockers,
    private readonly cancel: CancelErasure,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    for (const erasure of await this.erasures.due(this.clock.now(), atOnce)) await this.consider(erasure);
  }

  private async consider(erasure: Erasure): Promise<void> {
    const { id, memberId, origin, gaveUpAccess, requestedAt } = erasure;
    if (origin === 'inactivity' && (await this.inactivity.seenSince(memberId, requestedAt))) {
      await this.cancel.execute(memberId);
      return;
    }
    const left = standing(await this.blockers.execute(memberId), gaveUpAccess);
    if (left.length === 0) await this.begin(erasure);
    else {
      const codes = left.map(({ code }) => code);
      await this.erasures.hold(id, codes, new Date(this.clock.now().getTime() + heldMs));
    }
  }

  /** Every session ends with the beginning: nobody writes what is being forgotten. */
  private async begin({ id, memberId }: Erasure): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const member = await this.members.lock(tx, memberId);
      if (!member) return;
      const { email, emailVerifiedAt, firstName, locale, timezone } = member;
      const farewell = emailVerifiedAt ? { email, firstName, locale, timezone } : null;
      const now = this.clock.now();
      if (await this.erasures.begin(tx, id, now, farewell))
        await this.sessions.revokeAll(tx, memberId, 'account-closed', now);
    });
  }
}
