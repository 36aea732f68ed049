import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import type { Uuid } from '@calmness/platform/ids';
import { DiscordOAuth } from '@calmness/platform/vendors/discord';
import { TelegramPort } from '@calmness/platform/vendors/telegram';
import { WhatsAppPort } from '@calmness/platform/vendors/twilio';
import { ReadMember } from '../../directory/application/read-member';
import { whatsAppCodeAttempts } from '../domain/whatsapp-code';
import type { ExternalAccountEntity } from '../persistence/external-account.entity';
import { ExternalAccountRepository } from '../persistence/external-account.repository';
import type { LinkTokenEntity } from '../persistence/link-token.entity';
import { LinkTokenRepository } from '../persistence/link-token.repository';
import type { WhatsAppProofEntity } from '../persistence/whatsapp-proof.entity';
import { WhatsAppProofRepository } from '../persistence/whatsapp-proof.repository';

/** What is linked to a member, what waits to be, and what the academy can link at all. */
export interface Connections {
  enabled: { telegram: boolean; discord: boolean; whatsapp: boolean };
  accounts: ExternalAccountEntity[];
  /** When the Telegram link that waits to be opened ends. */
  telegramLinkUntil: Date | null;
  telegramTaken: boolean;
  whatsappNumber: string | null;
  proven: WhatsAppProofEntity | null;
  waiting: WhatsAppProofEntity | null;
}

@Injectable()
export class ReadConnections {
  constructor(
    private readonly telegram: TelegramPort,
    private readonly discord: DiscordOAuth,
    private readonly whatsapp: WhatsAppPort,
    private readonly readMember: ReadMember,
    private readonly accounts: ExternalAccountRepository,
    private readonly tokens: LinkTokenRepository,
    private readonly proofs: WhatsAppProofRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError accounts.member-not-found */
  async execute(memberId: Uuid): Promise<Connections> {
    const [member, accounts, token, proof] = await Promise.all([
      this.readMember.execute(memberId),
      this.accounts.ofMember(memberId),
      this.tokens.latest(memberId, 'telegram'),
      this.proofs.inForce(memberId),
    ]);
    const now = this.clock.now();
    return {
      enabled: {
        telegram: this.telegram.enabled,
        discord: this.discord.enabled,
        whatsapp: this.whatsapp.enabled,
      },
      accounts,
      whatsappNumber: member.whatsappNumber,
      ...telegramState(token, now),
      ...numberState(proof, member.whatsappNumber, now),
    };
  }
}

function telegramState(
  token: LinkTokenEntity | null,
  now: Date,
): Pick<Connections, 'telegramLinkUntil' | 'telegramTaken'> {
  if (!token || token.expiresAt <= now) return { telegramLinkUntil: null, telegramTaken: false };
  const open = !token.usedAt && !token.withdrawnAt;
  return { telegramLinkUntil: open ? token.expiresAt : null, telegramTaken: token.taken };
}

function numberState(
  proof: WhatsAppProofEntity | null,
  number: string | null,
  now: Date,
): Pick<Connections, 'proven' | 'waiting'> {
  if (proof?.number !== number) return { proven: null, waiting: null };
  if (proof?.provenAt) return { proven: proof, waiting: null };
  const open = proof && proof.expiresAt > now && proof.attempts < whatsAppCodeAttempts;
  return { proven: null, waiting: open ? proof : null };
}
