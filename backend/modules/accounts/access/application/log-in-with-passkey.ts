import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { MemberRepository } from '../../directory/persistence/member.repository';
import type { Client } from '../domain/client';
import { PasskeyRepository } from '../persistence/passkey.repository';
import type { Grant } from './grant';
import { OpenSession } from './open-session';
import { PasskeyCeremony, refused, type OfferedChallenge, type SignedChallenge } from './passkey-ceremony';
import { Throttle } from './throttle';

/** Coming in with a passkey: the device verified its person, so the session counts as two factors. */
@Injectable()
export class LogInWithPasskey {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly passkeys: PasskeyRepository,
    private readonly ceremony: PasskeyCeremony,
    private readonly openSession: OpenSession,
    private readonly throttle: Throttle,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError accounts.too-many-attempts */
  async begin(client: Client): Promise<OfferedChallenge> {
    await this.throttle.claimNetwork(client.address);
    return this.ceremony.offerLogin();
  }

  /**
   * @throws DomainError accounts.passkey-refused, the same for an unknown key; accounts.locked,
   * accounts.password-reset-required
   */
  async execute(signed: SignedChallenge, client: Client): Promise<Grant> {
    const { id } = signed.response;
    const passkey = typeof id === 'string' ? await this.passkeys.byCredential(id) : null;
    if (!passkey) throw refused();
    const counter = await this.ceremony.readLogin(passkey, signed);
    const grant = await this.unitOfWork.run(async (tx) => {
      const use = { from: passkey.counter, to: counter, at: this.clock.now() };
      if (!(await this.passkeys.advance(tx, passkey.id, use))) throw refused();
      const member = await this.members.lock(tx, passkey.memberId);
      if (!member || member.erasedAt) throw refused();
      if (member.lockedAt) throw new DomainError('accounts.locked', {}, 'unauthenticated');
      if (member.passwordResetRequired)
        throw new DomainError('accounts.password-reset-required', {}, 'unauthenticated');
      return this.openSession.execute(tx, member, client, true);
    });
    await this.throttle.refundNetwork(client.address);
    return grant;
  }
}
