import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { EmailChangeRepository } from '../persistence/email-change.repository';
import { ConfirmPassword } from './confirm-password';
import { SecretLinks } from './secret-links';
import { Throttle } from './throttle';

const openHours = 24;

/** A member wants another address: a link goes to the old one and one to the new one. */
@Injectable()
export class RequestEmailChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly changes: EmailChangeRepository,
    private readonly links: SecretLinks,
    private readonly confirmPassword: ConfirmPassword,
    private readonly throttle: Throttle,
    private readonly clock: Clock,
  ) {}

  /**
   * A later wish replaces an earlier one. Whether the address is taken is not told: it shows at the end.
   * @throws DomainError accounts.too-many-attempts and what confirming the password throws
   */
  async execute(command: { memberId: Uuid; email: string; password: string }): Promise<void> {
    const { memberId } = command;
    await this.confirmPassword.execute(memberId, command.password);
    await this.throttle.claim('mail', `change|${memberId}`);
    await this.unitOfWork.run(async (tx) => {
      const member = await this.members.lock(tx, memberId);
      const newEmail = command.email.trim();
      if (!member || member.email === newEmail) return;
      const now = this.clock.now();
      await this.changes.close(tx, memberId, 'cancelled', now);
      const changeId = newId();
      await this.changes.add(tx, {
        ...{ id: changeId, memberId, oldEmail: member.email, newEmail, requestedAt: now },
        expiresAt: new Date(now.getTime() + openHours * 3_600_000),
        ...{ oldConfirmedAt: null, newConfirmedAt: null, closedAt: null, outcome: null },
      });
      const oldTokenId = await this.links.prepare(tx, memberId, 'confirm-old-email', changeId);
      const newTokenId = await this.links.prepare(tx, memberId, 'confirm-new-email', changeId);
      tx.record('accounts.email-change-requested', { memberId, changeId, oldTokenId, newTokenId });
    });
  }
}
