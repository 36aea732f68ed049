import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { Config } from '@calmness/platform/config';
import type { Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { isUuid, newId, type Uuid } from '@calmness/platform/ids';
import { hashOf, linkToken, matchesHash, rowIdOf, type LinkPurpose } from '../domain/secret-link';
import type { AddressProofEntity } from '../persistence/address-proof.entity';
import { AddressProofRepository } from '../persistence/address-proof.repository';

/** How long a link of each purpose works. */
const livesHours: Record<LinkPurpose, number> = {
  'verify-email': 48,
  'reset-password': 1,
  'accept-invitation': 168,
  'confirm-old-email': 24,
  'confirm-new-email': 24,
};

/** Single-use links sent by mail. A token is derived from its row and our key; only its hash is stored. */
@Injectable()
export class SecretLinks {
  constructor(
    private readonly proofs: AddressProofRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Prepares a link inside the caller's transaction; answers the row it is derived from. */
  async prepare(
    tx: Transaction,
    memberId: Uuid,
    purpose: LinkPurpose,
    emailChangeId: Uuid | null = null,
  ): Promise<Uuid> {
    const id = newId();
    const now = this.clock.now();
    await this.proofs.add(tx, {
      ...{ id, memberId, purpose, emailChangeId },
      hash: hashOf(linkToken(this.config.keys.link.current().secret, purpose, id)),
      createdAt: now,
      expiresAt: new Date(now.getTime() + livesHours[purpose] * 3_600_000),
      usedAt: null,
    });
    return id;
  }

  /** Made with the key of its day, which need not be today's; undefined when that key is gone. */
  tokenOf(proof: AddressProofEntity): string | undefined {
    return this.config.keys.link
      .all()
      .map(({ secret }) => linkToken(secret, proof.purpose, proof.id))
      .find((token) => matchesHash(token, proof.hash));
  }

  /** The row a token of the purpose belongs to, used up or not; undefined for a forged one. */
  async genuine(
    tx: Transaction,
    token: string,
    purposes: readonly LinkPurpose[],
  ): Promise<AddressProofEntity | undefined> {
    const proofId = rowIdOf(token);
    const proof = isUuid(proofId) ? await this.proofs.find(proofId, tx.manager) : null;
    return proof && purposes.includes(proof.purpose) && matchesHash(token, proof.hash) ? proof : undefined;
  }

  /** Uses a link up. @throws DomainError accounts.link-invalid when it was used before or its time is over */
  async use(tx: Transaction, proof: AddressProofEntity): Promise<void> {
    if (!(await this.proofs.use(tx, proof.id, this.clock.now()))) throw invalidLink();
  }
}

/** The same for a forged, an expired, a used and an unknown link. */
export function invalidLink(): DomainError {
  return new DomainError('accounts.link-invalid');
}
