import { Injectable } from '@nestjs/common';
import type { DiscordFailure } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { Config } from '@calmness/platform/config';
import { UnitOfWork } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { errorFields, Log } from '@calmness/platform/observability';
import {
  DiscordGrantEnded,
  DiscordOAuth,
  type DiscordGrant,
  type DiscordPerson,
} from '@calmness/platform/vendors/discord';
import { hashOf } from '../../access/domain/secret-link';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { discordVerifier } from '../domain/link-token';
import { LinkTokenRepository } from '../persistence/link-token.repository';
import { ExternalAccounts } from './external-accounts';
import { SealedGrants } from './sealed-grants';
import { discordCallback } from './start-discord';

/** What the browser brings back from Discord, and what we had left in it. */
export interface DiscordReturn {
  code?: string;
  state?: string;
  error?: string;
  cookie?: string;
}
interface Granted {
  grant: DiscordGrant;
  person: DiscordPerson;
}

/** The member comes back from Discord. Whatever went wrong is a word for his page, never an error page. */
@Injectable()
export class FinishDiscord {
  constructor(
    private readonly discord: DiscordOAuth,
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly tokens: LinkTokenRepository,
    private readonly external: ExternalAccounts,
    private readonly grants: SealedGrants,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Undefined when the account is linked. */
  async execute({ code, state, error, cookie }: DiscordReturn): Promise<DiscordFailure | undefined> {
    // Without our cookie somebody else's way to Discord would end in this browser.
    if (!state || state !== cookie) return 'expired';
    const member = await this.useState(state);
    if (!member) return 'expired';
    if (error || !code) return error === 'access_denied' ? 'cancelled' : 'refused';
    const granted = await this.ask(code, state);
    if (typeof granted === 'string') return granted;
    // Somebody linked the same account at the same moment: the second look finds it with its owner.
    return this.link(member, granted)
      .catch(() => this.link(member, granted))
      .catch((failure: unknown) => this.giveUp(granted, failure));
  }

  private useState(state: string): Promise<Uuid | undefined> {
    return this.unitOfWork.run(async (tx) => {
      const token = await this.tokens.findByHash(tx, 'discord', hashOf(state));
      const used = token && (await this.tokens.use(tx, token.id, this.clock.now()));
      return used ? token.memberId : undefined;
    });
  }

  private async ask(code: string, state: string): Promise<Granted | DiscordFailure> {
    const verifier = discordVerifier(this.config.keys.link.current().secret, state);
    try {
      const redirectUri = discordCallback(this.config);
      const grant = await this.discord.exchange({ code, verifier, redirectUri });
      return { grant, person: await this.discord.identify(grant.accessToken) };
    } catch (error) {
      if (error instanceof DiscordGrantEnded) return 'refused';
      this.log.warn('Discord did not answer', errorFields(error));
      return 'unavailable';
    }
  }

  private link(memberId: Uuid, { grant, person }: Granted): Promise<DiscordFailure | undefined> {
    return this.unitOfWork.run(async (tx) => {
      const member = await this.members.lock(tx, memberId);
      const told = { externalId: person.id, username: person.username, at: this.clock.now() };
      const wanted = member !== null && !member.erasedAt;
      if (wanted && (await this.external.link(tx, { memberId, platform: 'discord', ...told, grant })))
        return undefined;
      await this.grants.endToken(tx, person.id, grant.refreshToken);
      return 'taken';
    });
  }

  /** Nothing could be written twice: what was granted is ended if at least that can be noted. */
  private async giveUp({ grant, person }: Granted, error: unknown): Promise<DiscordFailure> {
    this.log.error('A Discord account could not be linked', errorFields(error));
    await this.unitOfWork
      .run((tx) => this.grants.endToken(tx, person.id, grant.refreshToken))
      .catch((failure: unknown) => this.log.error('A Discord grant stays unended', errorFields(failure)));
    return 'unavailable';
  }
}
