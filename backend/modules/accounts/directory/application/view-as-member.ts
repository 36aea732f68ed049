import { Injectable } from '@nestjs/common';
import type { AccessReason } from '@calmness/contracts';
import { AccessTokens, type Identity } from '@calmness/platform/auth';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { AccessLedger } from '../../privacy/application/access-ledger';
import { MemberRepository } from '../persistence/member.repository';

export interface ViewAsCommand {
  staff: Identity;
  memberId: Uuid;
  reason: AccessReason;
  detail?: string;
}

/** One of the staff sees a member's pages as he does: to read, for a quarter of an hour, written down for both. */
@Injectable()
export class ViewAsMember {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly ledger: AccessLedger,
    private readonly tokens: AccessTokens,
  ) {}

  /**
   * The token lives and ends with the session of the one who looks.
   * @throws DomainError accounts.member-not-found, request.forbidden for somebody who works for the academy
   */
  async execute({ staff, memberId, reason, detail }: ViewAsCommand): Promise<string> {
    const member = await this.members.find(memberId);
    if (!member || member.erasedAt) throw new DomainError('accounts.member-not-found', {}, 'not-found');
    if (member.roles.some((role) => role !== 'member'))
      throw new DomainError('request.forbidden', {}, 'forbidden');
    await this.unitOfWork.run(async (tx) => {
      await this.ledger.note({ memberId, staffId: staff.memberId, section: 'file', reason, detail });
      const what = { action: 'accounts.view-as-member', objectType: 'member', objectId: memberId };
      tx.audit({ actorId: staff.memberId, ...what, before: null, after: { reason } });
    });
    return this.tokens.sign({
      memberId,
      sessionId: staff.sessionId,
      roles: ['member'],
      viewerId: staff.memberId,
    });
  }
}
