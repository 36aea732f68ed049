import { Injectable } from '@nestjs/common';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { SecretLinks } from './secret-links';

/** Prepares a link to prove the address; its mail follows from the event. */
@Injectable()
export class RequestVerification {
  constructor(private readonly links: SecretLinks) {}

  /** Inside the caller's transaction; answers the row the link is derived from. */
  async execute(tx: Transaction, memberId: Uuid): Promise<Uuid> {
    const tokenId = await this.links.prepare(tx, memberId, 'verify-email');
    tx.record('accounts.verification-requested', { memberId, tokenId });
    return tokenId;
  }
}
