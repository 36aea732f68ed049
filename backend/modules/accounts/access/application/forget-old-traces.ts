import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { LinkTokenRepository } from '../../linking/persistence/link-token.repository';
import { WhatsAppProofRepository } from '../../linking/persistence/whatsapp-proof.repository';
import { AddressProofRepository } from '../persistence/address-proof.repository';
import { EmailChangeRepository } from '../persistence/email-change.repository';
import { KnownDeviceRepository } from '../persistence/known-device.repository';
import { PasskeyRepository } from '../persistence/passkey.repository';
import { SessionRepository } from '../persistence/session.repository';
import { ThrottleRepository } from '../persistence/throttle.repository';

const dayMs = 86_400_000;
/** Days after which each trace says nothing any more. */
const keptDays = { session: 1, throttle: 2, link: 30, device: 400 };

/** Forgets what access leaves behind: ended sessions, counted attempts, spent links, unseen browsers. */
@Injectable()
export class ForgetOldTraces {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly proofs: AddressProofRepository,
    private readonly changes: EmailChangeRepository,
    private readonly devices: KnownDeviceRepository,
    private readonly attempts: ThrottleRepository,
    private readonly passkeys: PasskeyRepository,
    private readonly linkTokens: LinkTokenRepository,
    private readonly numberProofs: WhatsAppProofRepository,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const before = (days: number) => new Date(this.clock.now().getTime() - days * dayMs);
    await this.attempts.removeOlderThan(before(keptDays.throttle));
    await this.passkeys.forgetChallenges(this.clock.now());
    await this.unitOfWork.run(async (tx) => {
      await this.sessions.removeExpired(tx, before(keptDays.session));
      await this.proofs.removeExpired(tx, before(keptDays.link));
      await this.changes.removeExpired(tx, before(keptDays.link));
      await this.linkTokens.removeExpired(tx, before(keptDays.link));
      await this.numberProofs.removeUnproven(tx, before(keptDays.link));
      await this.devices.removeUnseenSince(tx, before(keptDays.device));
    });
  }
}
