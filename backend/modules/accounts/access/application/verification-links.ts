import { Injectable } from '@nestjs/common';
import { Config } from '@calmness/platform/config';
import { newId, type Uuid } from '@calmness/platform/ids';
import { hashOf, linkToken, matchesHash } from '../domain/secret-link';
import type { AddressProofEntity } from '../persistence/address-proof.entity';

const livesHours = 48;

/** Links that prove an address. A token is derived from its row and our key; only its hash is stored. */
@Injectable()
export class VerificationLinks {
  constructor(private readonly config: Config) {}

  /** A new proof for a member, good for 48 hours; the caller stores it. */
  draft(memberId: Uuid, now: Date): AddressProofEntity {
    const id = newId();
    const purpose = 'verify-email';
    return {
      id,
      memberId,
      purpose,
      hash: hashOf(linkToken(this.config.keys.link.current().secret, purpose, id)),
      createdAt: now,
      expiresAt: new Date(now.getTime() + livesHours * 3_600_000),
      usedAt: null,
    };
  }

  /** Made with the key of its day, which need not be today's; undefined when that key is gone. */
  tokenOf(proof: AddressProofEntity): string | undefined {
    return this.config.keys.link
      .all()
      .map(({ secret }) => linkToken(secret, proof.purpose, proof.id))
      .find((token) => matchesHash(token, proof.hash));
  }

  /** True when the token is the one of this proof. */
  opens(proof: AddressProofEntity, token: string): boolean {
    return matchesHash(token, proof.hash);
  }
}
