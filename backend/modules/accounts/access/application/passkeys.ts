import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, violatedConstraint } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import type { PasskeyEntity } from '../persistence/passkey.entity';
import { PasskeyRepository } from '../persistence/passkey.repository';
import { ConfirmPassword } from './confirm-password';
import { PasskeyCeremony, refused, type OfferedChallenge, type SignedChallenge } from './passkey-ceremony';

/** A member's passkeys: made after his password, named, given up. */
@Injectable()
export class Passkeys {
  constructor(
    private readonly repository: PasskeyRepository,
    private readonly ceremony: PasskeyCeremony,
    private readonly confirmPassword: ConfirmPassword,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  list(memberId: Uuid): Promise<PasskeyEntity[]> {
    return this.repository.of(memberId);
  }

  /** @throws DomainError what confirming the password throws */
  async begin(memberId: Uuid, password: string): Promise<OfferedChallenge> {
    return this.ceremony.offerRegistration(await this.confirmPassword.execute(memberId, password));
  }

  /** @throws DomainError accounts.passkey-refused, for a key that is known already too */
  async add(memberId: Uuid, name: string, signed: SignedChallenge): Promise<void> {
    const made = await this.ceremony.readRegistration(memberId, signed);
    const { id: credentialId, publicKey, counter, transports = [] } = made.credential;
    try {
      await this.unitOfWork.run(async (tx) => {
        await this.repository.add(tx, {
          ...{ id: newId(), memberId, credentialId, name, transports },
          ...{ publicKey: Buffer.from(publicKey), counter: String(counter) },
          ...{ deviceType: made.credentialDeviceType, backedUp: made.credentialBackedUp },
          ...{ createdAt: this.clock.now(), lastUsedAt: null },
        });
        tx.record('accounts.passkey-changed', { memberId, added: true });
      });
    } catch (error) {
      if (violatedConstraint(error) !== 'passkey_credential_once') throw error;
      throw refused();
    }
  }

  /** @throws DomainError request.not-found, for another member's too */
  async rename(memberId: Uuid, id: Uuid, name: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.repository.rename(tx, id, memberId, name))) throw notFound();
    });
  }

  /** @throws DomainError request.not-found, for another member's too */
  async remove(memberId: Uuid, id: Uuid): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.repository.remove(tx, id, memberId))) throw notFound();
      tx.record('accounts.passkey-changed', { memberId, added: false });
    });
  }
}

function notFound(): DomainError {
  return new DomainError('request.not-found', {}, 'not-found');
}
