import { Injectable } from '@nestjs/common';
import { toString as qrCode } from 'qrcode';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { TelegramPort } from '@calmness/platform/vendors/telegram';
import { telegramLinkMinutes } from '../domain/link-token';
import { GiveLinkToken } from './give-link-token';

export interface OfferedLink {
  url: string;
  /** A whole `<svg>` element. */
  qrSvg: string;
  expiresAt: Date;
}

/** Gives a member the link that opens the bot and says who he is. */
@Injectable()
export class OfferTelegramLink {
  constructor(
    private readonly telegram: TelegramPort,
    private readonly giveLinkToken: GiveLinkToken,
  ) {}

  /** @throws DomainError accounts.channel-disabled, accounts.channel-unreachable, accounts.too-many-links */
  async execute(memberId: Uuid): Promise<OfferedLink> {
    if (!this.telegram.enabled)
      throw new DomainError('accounts.channel-disabled', { channel: 'telegram' }, 'unavailable');
    const bot = await this.telegram.botName();
    if (!bot) throw new DomainError('accounts.channel-unreachable', { channel: 'telegram' }, 'unavailable');
    const { token, expiresAt } = await this.giveLinkToken.execute(memberId, 'telegram', telegramLinkMinutes);
    const url = `https://t.me/${encodeURIComponent(bot.replace(/^@/, ''))}?start=${token}`;
    return { url, qrSvg: await qrCode(url, { type: 'svg', margin: 2 }), expiresAt };
  }
}
