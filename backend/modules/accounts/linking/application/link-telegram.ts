import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { MemberRepository } from '../../directory/persistence/member.repository';
import type { LinkTokenEntity } from '../persistence/link-token.entity';
import { ExternalAccountRepository } from '../persistence/external-account.repository';
import { LinkTokenRepository } from '../persistence/link-token.repository';
import { ExternalAccounts } from './external-accounts';

export interface TelegramWords {
  telegramUserId: string;
  username: string | null;
  /** SHA-256 in hex of what followed `/start`; null for any other message. */
  startTokenHash: string | null;
  at: Date;
}

/** Somebody wrote to the bot: his name is noted, and a link he was given makes the account the member's. */
@Injectable()
export class LinkTelegram {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly tokens: LinkTokenRepository,
    private readonly accounts: ExternalAccountRepository,
    private readonly external: ExternalAccounts,
  ) {}

  async execute({ telegramUserId, username, startTokenHash, at }: TelegramWords): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const told = { platform: 'telegram', externalId: telegramUserId, username, at } as const;
      await this.accounts.noteName(tx, told);
      if (!startTokenHash) return;
      const token = await this.tokens.findByHash(tx, 'telegram', startTokenHash);
      if (!token) return refuse(tx, null, 'unknown');
      const memberId = await this.useToken(tx, token, telegramUserId, at);
      if (!memberId) return;
      if (!(await this.external.link(tx, { memberId, ...told, grant: null })))
        await this.tokens.markTaken(tx, token.id);
    });
  }

  /** Whose link it was; undefined when it works no more. */
  private async useToken(
    tx: Transaction,
    token: LinkTokenEntity,
    telegramUserId: string,
    at: Date,
  ): Promise<Uuid | undefined> {
    const member = await this.members.lock(tx, token.memberId);
    if (!member || member.erasedAt) return refuse(tx, null, 'unknown');
    if (await this.tokens.use(tx, token.id, at)) return member.id;
    // He pressed twice: it is linked, and there is nothing to refuse.
    const owner = await this.accounts.ownerOf(tx, 'telegram', telegramUserId);
    if (owner?.memberId === member.id) return undefined;
    return refuse(tx, member.id, token.expiresAt > at ? 'used' : 'expired');
  }
}

function refuse(tx: Transaction, memberId: Uuid | null, reason: 'unknown' | 'used' | 'expired'): undefined {
  tx.record('accounts.external-link-refused', { memberId, platform: 'telegram', reason });
}
