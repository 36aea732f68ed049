import { Injectable } from '@nestjs/common';
import type { Role } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { SessionRepository } from '../../access/persistence/session.repository';
import { LabelRepository } from '../persistence/label.repository';
import type { MemberEntity } from '../persistence/member.entity';
import { MemberRepository } from '../persistence/member.repository';

/** What the staff does to one member's account. Each is one transaction, audited with before and after. */
@Injectable()
export class GovernMember {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly sessions: SessionRepository,
    private readonly labels: LabelRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError accounts.own-account, accounts.last-admin, request.conflict when the member changed
   * since `version`, accounts.member-not-found
   */
  async changeRoles(actorId: Uuid, memberId: Uuid, roles: Role[], version: number): Promise<void> {
    if (actorId === memberId) throw new DomainError('accounts.own-account', {}, 'conflict');
    await this.unitOfWork.run(async (tx) => {
      // Whoever changes who is admin takes turns: two admins cannot demote each other.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('accounts.roles'))`);
      const member = await this.existing(tx, memberId);
      if (member.version !== version) throw new DomainError('request.conflict', {}, 'conflict');
      const held = [...new Set<Role>(['member', ...roles])];
      const demoted = member.roles.includes('admin') && !held.includes('admin');
      if (demoted && !(await this.members.otherAdmin(tx, memberId)))
        throw new DomainError('accounts.last-admin', {}, 'conflict');
      await this.members.update(tx, memberId, { roles: held, version: version + 1 });
      this.note(tx, actorId, 'accounts.change-roles', memberId, { roles: member.roles }, { roles: held });
    });
  }

  /** Ends every session; nobody comes in before it is opened again. @throws DomainError accounts.own-account, accounts.last-admin, accounts.member-not-found */
  async lock(actorId: Uuid, memberId: Uuid, reason: string): Promise<void> {
    if (actorId === memberId) throw new DomainError('accounts.own-account', {}, 'conflict');
    await this.unitOfWork.run(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('accounts.roles'))`);
      const member = await this.existing(tx, memberId);
      if (member.lockedAt) return;
      if (member.roles.includes('admin') && !(await this.members.otherAdmin(tx, memberId)))
        throw new DomainError('accounts.last-admin', {}, 'conflict');
      const now = this.clock.now();
      await this.members.update(tx, memberId, {
        lockedAt: now,
        lockReason: reason,
        version: member.version + 1,
      });
      await this.sessions.revokeAll(tx, memberId, 'revoked', now);
      this.note(tx, actorId, 'accounts.lock-member', memberId, { locked: false }, { locked: true, reason });
    });
  }

  /** @throws DomainError accounts.member-not-found */
  async unlock(actorId: Uuid, memberId: Uuid): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const member = await this.existing(tx, memberId);
      if (!member.lockedAt) return;
      await this.members.update(tx, memberId, {
        lockedAt: null,
        lockReason: null,
        version: member.version + 1,
      });
      const before = { locked: true, reason: member.lockReason };
      this.note(tx, actorId, 'accounts.unlock-member', memberId, before, { locked: false });
    });
  }

  /** @throws DomainError accounts.label-not-found, accounts.member-not-found */
  async label(actorId: Uuid, memberId: Uuid, labelId: Uuid, carries: boolean): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.existing(tx, memberId);
      const label = await this.labels.find(tx, labelId);
      if (!label) throw new DomainError('accounts.label-not-found', {}, 'not-found');
      const changed = carries
        ? await this.labels.give(tx, { memberId, labelId, by: actorId, at: this.clock.now() })
        : await this.labels.take(tx, memberId, labelId);
      if (!changed) return;
      const name = { label: label.name };
      const action = carries ? 'accounts.label-member' : 'accounts.unlabel-member';
      this.note(tx, actorId, action, memberId, carries ? null : name, carries ? name : null);
    });
  }

  private async existing(tx: Transaction, memberId: Uuid): Promise<MemberEntity> {
    const member = await this.members.lock(tx, memberId);
    if (!member || member.erasedAt) throw new DomainError('accounts.member-not-found', {}, 'not-found');
    return member;
  }

  private note(
    tx: Transaction,
    actorId: Uuid,
    action: string,
    objectId: Uuid,
    before: Record<string, unknown> | null,
    after: Record<string, unknown> | null,
  ): void {
    tx.audit({ actorId, action, objectType: 'member', objectId, before, after });
  }
}
