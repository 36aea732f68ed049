import { Injectable } from '@nestjs/common';
import { Config } from '@calmness/platform/config';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { DiscordOAuth } from '@calmness/platform/vendors/discord';
import { challengeOf, discordStateMinutes, discordVerifier } from '../domain/link-token';
import { GiveLinkToken } from './give-link-token';

export interface DiscordStart {
  authorizeUrl: string;
  /** Also left in the browser: whoever comes back without it did not start here. */
  state: string;
}

/** Where Discord sends the browser back to; registered with Discord word for word. */
export function discordCallback(config: Config): string {
  return `${config.publicBaseUrl}/api/community/discord/callback`;
}

/** Sends a member to Discord's door. */
@Injectable()
export class StartDiscord {
  constructor(
    private readonly discord: DiscordOAuth,
    private readonly giveLinkToken: GiveLinkToken,
    private readonly config: Config,
  ) {}

  /** @throws DomainError accounts.channel-disabled, accounts.too-many-links */
  async execute(memberId: Uuid): Promise<DiscordStart> {
    if (!this.discord.enabled)
      throw new DomainError('accounts.channel-disabled', { channel: 'discord' }, 'unavailable');
    const { token: state } = await this.giveLinkToken.execute(memberId, 'discord', discordStateMinutes);
    const challenge = challengeOf(discordVerifier(this.config.keys.link.current().secret, state));
    const authorizeUrl = this.discord.authorizeUrl({
      state,
      challenge,
      redirectUri: discordCallback(this.config),
    });
    return { authorizeUrl, state };
  }
}
