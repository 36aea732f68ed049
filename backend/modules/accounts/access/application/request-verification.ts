import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { AddressProofRepository } from '../persistence/address-proof.repository';
import { VerificationLinks } from './verification-links';

/** Prepares a link to prove the address; its mail follows from the event. */
@Injectable()
export class RequestVerification {
  constructor(
    private readonly proofs: AddressProofRepository,
    private readonly links: VerificationLinks,
    private readonly clock: Clock,
  ) {}

  /** Inside the caller's transaction; answers the row the link is derived from. */
  async execute(tx: Transaction, memberId: Uuid): Promise<Uuid> {
    const proof = this.links.draft(memberId, this.clock.now());
    await this.proofs.add(tx, proof);
    tx.record('accounts.verification-requested', { memberId, tokenId: proof.id });
    return proof.id;
  }
}
