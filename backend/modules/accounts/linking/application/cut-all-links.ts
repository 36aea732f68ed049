import { Injectable } from '@nestjs/common';
import { linkedPlatforms } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { ExternalAccounts } from './external-accounts';
import { WhatsAppProofs } from './whatsapp-proofs';

/** Every way to the member but his mail box ends, inside the caller's transaction, which holds his lock. */
@Injectable()
export class CutAllLinks {
  constructor(
    private readonly external: ExternalAccounts,
    private readonly whatsappProofs: WhatsAppProofs,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, memberId: Uuid): Promise<void> {
    for (const platform of linkedPlatforms) await this.external.unlink(tx, memberId, platform);
    await this.whatsappProofs.end(tx, memberId, this.clock.now());
  }
}
