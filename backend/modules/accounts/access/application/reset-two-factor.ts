import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { SessionRepository } from '../persistence/session.repository';
import { TwoFactorRepository } from '../persistence/two-factor.repository';

/**
 * The last way back for somebody who lost phone and recovery codes: from the terminal, by whoever runs the
 * installation and made sure who is asking. The owner is told by mail, as for any change of the factor.
 */
@Injectable()
export class ResetTwoFactor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly factors: TwoFactorRepository,
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws Error when nobody has the address */
  async execute(email: string): Promise<void> {
    const member = await this.members.findByEmail(email.trim());
    if (!member) throw new Error(`Nobody has the address ${email}`);
    const memberId = member.id;
    await this.unitOfWork.run(async (tx) => {
      await this.factors.remove(tx, memberId);
      await this.sessions.revokeAll(tx, memberId, 'account-secured', this.clock.now());
      tx.record('accounts.two-factor-changed', { memberId, enabled: false });
      const what = { action: 'accounts.reset-two-factor', objectType: 'member', objectId: memberId };
      tx.audit({ actorId: memberId, ...what, before: { two_factor: true }, after: { two_factor: false } });
    });
  }
}
