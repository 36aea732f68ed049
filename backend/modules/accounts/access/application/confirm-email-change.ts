import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { isUniqueViolation, UnitOfWork, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { MemberRepository } from '../../directory/persistence/member.repository';
import type { LinkPurpose } from '../domain/secret-link';
import type { EmailChangeEntity } from '../persistence/email-change.entity';
import { EmailChangeRepository } from '../persistence/email-change.repository';
import { SessionRepository } from '../persistence/session.repository';
import { invalidLink, SecretLinks } from './secret-links';

/** One of the two addresses agreed; with the second the address changes. */
@Injectable()
export class ConfirmEmailChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly changes: EmailChangeRepository,
    private readonly sessions: SessionRepository,
    private readonly links: SecretLinks,
    private readonly clock: Clock,
  ) {}

  /**
   * True when both agreed and the address is the new one. Opening a link twice is no error.
   * @throws DomainError accounts.link-invalid, accounts.email-taken when somebody registered it meanwhile
   */
  async execute(token: string): Promise<boolean> {
    try {
      return await this.unitOfWork.run((tx) => this.confirm(tx, token));
    } catch (error) {
      if (isUniqueViolation(error, 'member_email_once'))
        throw new DomainError('accounts.email-taken', {}, 'conflict');
      throw error;
    }
  }

  private async confirm(tx: Transaction, token: string): Promise<boolean> {
    const { purpose, change } = await this.behind(tx, token);
    if (change.outcome === 'changed') return true;
    const now = this.clock.now();
    if (change.closedAt || change.expiresAt <= now) throw invalidLink();
    const confirmed: EmailChangeEntity = { ...change };
    if (purpose === 'confirm-old-email') confirmed.oldConfirmedAt ??= now;
    else confirmed.newConfirmedAt ??= now;
    const { oldConfirmedAt, newConfirmedAt } = confirmed;
    await this.changes.update(tx, change.id, { oldConfirmedAt, newConfirmedAt });
    if (!oldConfirmedAt || !newConfirmedAt) return false;
    await this.carryOut(tx, confirmed, now);
    return true;
  }

  /** The change is read behind the member's lock: two links opened at once take turns. */
  private async behind(
    tx: Transaction,
    token: string,
  ): Promise<{ purpose: LinkPurpose; change: EmailChangeEntity }> {
    const proof = await this.links.genuine(tx, token, ['confirm-old-email', 'confirm-new-email']);
    if (!proof?.emailChangeId || !(await this.members.lock(tx, proof.memberId))) throw invalidLink();
    const change = await this.changes.find(proof.emailChangeId, tx.manager);
    if (!change) throw invalidLink();
    return { purpose: proof.purpose, change };
  }

  private async carryOut(tx: Transaction, change: EmailChangeEntity, now: Date): Promise<void> {
    const { id: changeId, memberId, newEmail } = change;
    await this.members.update(tx, memberId, { email: newEmail, emailVerifiedAt: now });
    await this.changes.update(tx, changeId, { closedAt: now, outcome: 'changed' });
    await this.sessions.revokeAll(tx, memberId, 'email-changed', now);
    tx.record('accounts.email-changed', { memberId, changeId });
  }
}
