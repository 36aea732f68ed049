import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { CutAllLinks } from '../../linking/application/cut-all-links';
import { PasskeyRepository } from '../persistence/passkey.repository';
import { EmailChangeRepository } from '../persistence/email-change.repository';
import { KnownDeviceRepository } from '../persistence/known-device.repository';
import { SessionRepository } from '../persistence/session.repository';
import { SecretLinks } from './secret-links';

/**
 * One tap when a member fears somebody else is in (ACC-n01): every session ends, every browser is a
 * stranger, a change of address is stopped, Telegram, Discord and WhatsApp are let go, and the password opens
 * nothing before it is chosen anew.
 */
@Injectable()
export class SecureAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly sessions: SessionRepository,
    private readonly devices: KnownDeviceRepository,
    private readonly changes: EmailChangeRepository,
    private readonly passkeys: PasskeyRepository,
    private readonly links: SecretLinks,
    private readonly cutAllLinks: CutAllLinks,
    private readonly clock: Clock,
  ) {}

  /** The way back in is a link by mail. Other domains rotate their keys by the event. */
  async execute(memberId: Uuid): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const member = await this.members.lock(tx, memberId);
      if (!member) return;
      const now = this.clock.now();
      await this.members.update(tx, memberId, { passwordResetRequired: true });
      await this.sessions.revokeAll(tx, memberId, 'account-secured', now);
      await this.devices.forgetAll(tx, memberId);
      // Whoever was in may have made one for himself.
      await this.passkeys.removeAll(tx, memberId);
      await this.cutAllLinks.execute(tx, memberId);
      await this.changes.close(tx, memberId, 'cancelled', now);
      const tokenId = await this.links.prepare(tx, memberId, 'reset-password');
      tx.record('accounts.account-secured', { memberId });
      tx.record('accounts.password-reset-requested', { memberId, tokenId });
    });
  }
}
