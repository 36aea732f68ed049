import { Injectable } from '@nestjs/common';
import { staffRoles, type AccessReason, type AccessSection, type Role } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { AccessLedgerRepository, type LedgerLine } from '../persistence/access-ledger.repository';

export interface AccessNote {
  memberId: Uuid;
  staffId: Uuid;
  section: AccessSection;
  reason: AccessReason;
  /** In the staff's words, 200 characters at most; the member reads it. */
  detail?: string;
}

/** Opening the same section again within this time is one line. */
const sameOpeningMs = 10 * 60_000;
const detailMaxLength = 200;

/** Who of the staff opened whose file, when and why; the member reads it (append-only). */
@Injectable()
export class AccessLedger {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: AccessLedgerRepository,
    private readonly members: MemberRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * To be called before the file is shown; joins the caller's transaction. Looking at one's own file is no
   * opening. @throws DomainError accounts.member-not-found for an unknown staff member
   */
  async note({ memberId, staffId, section, reason, detail }: AccessNote): Promise<void> {
    if (memberId === staffId) return;
    const staff = await this.members.find(staffId);
    if (!staff) throw new DomainError('accounts.member-not-found', {}, 'not-found');
    const at = this.clock.now();
    const line: LedgerLine = {
      id: newId(),
      ...{
        memberId,
        at,
        staffId,
        staffName: staff.firstName,
        staffRole: highest(staff.roles),
        section,
        reason,
      },
      detail: detail?.trim().slice(0, detailMaxLength) || null,
    };
    const sameSince = new Date(at.getTime() - sameOpeningMs);
    await this.unitOfWork.run((tx) => this.ledger.add(tx, line, sameSince));
  }

  /** A member's ledger, newest first. */
  list(memberId: Uuid, limit: number, beforeId?: string): Promise<LedgerLine[]> {
    return this.ledger.list(memberId, limit, beforeId);
  }
}

/** The role he acted in, the widest one he holds. */
function highest(held: readonly Role[]): Role {
  const order: readonly Role[] = ['admin', ...staffRoles, 'instructor', 'member'];
  return order.find((role) => held.includes(role)) ?? 'member';
}
