import { Injectable } from '@nestjs/common';
import { Config } from '@calmness/platform/config';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { whatsAppCode } from '../domain/whatsapp-code';
import type { WhatsAppProofEntity, WhatsAppProofWay } from '../persistence/whatsapp-proof.entity';
import { WhatsAppProofRepository } from '../persistence/whatsapp-proof.repository';

/** How a number becomes a member's, inside the caller's transaction, which holds his lock. */
@Injectable()
export class WhatsAppProofs {
  constructor(
    private readonly proofs: WhatsAppProofRepository,
    private readonly config: Config,
  ) {}

  /** The six digits of a row; undefined when the key they follow from is gone. */
  codeOf({ id, keyId }: WhatsAppProofEntity): string | undefined {
    const secret = this.config.keys.link.find(keyId);
    return secret === undefined ? undefined : whatsAppCode(secret, id);
  }

  /** Nothing goes to the present number any more, and a code on its way is worth nothing. */
  async end(tx: Transaction, memberId: Uuid, now: Date): Promise<void> {
    if (await this.proofs.end(tx, memberId, now)) tx.record('accounts.whatsapp-unverified', { memberId });
  }

  async settle(tx: Transaction, proof: WhatsAppProofEntity, way: WhatsAppProofWay, at: Date): Promise<void> {
    const { id: proofId, memberId, number } = proof;
    for (const former of await this.proofs.takeFromOthers(tx, number, memberId, at))
      tx.record('accounts.whatsapp-unverified', { memberId: former });
    await this.proofs.prove(tx, proofId, way, at);
    tx.record('accounts.whatsapp-verified', { memberId, proofId });
  }
}
