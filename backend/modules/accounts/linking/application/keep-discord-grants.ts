import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { errorFields, Log } from '@calmness/platform/observability';
import { DiscordGrantEnded, DiscordOAuth, type DiscordGrant } from '@calmness/platform/vendors/discord';
import { ExternalAccountRepository } from '../persistence/external-account.repository';
import { SealedGrants } from './sealed-grants';

interface Claim {
  id: Uuid;
  memberId: Uuid;
  externalId: string;
  sealedGrant: string;
}

/** Renewed a day before its end, which leaves a day of outage. */
const renewBeforeMs = 86_400_000;
const leaseMs = 300_000;
const batch = 20;

/**
 * Keeps what members granted on Discord alive. A refresh token works once: the row is leased while Discord is
 * asked, so that two workers never send the same one. A worker killed in between loses the grant, and its owner
 * is asked to connect again.
 */
@Injectable()
export class KeepDiscordGrants {
  constructor(
    private readonly discord: DiscordOAuth,
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: ExternalAccountRepository,
    private readonly grants: SealedGrants,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async execute(): Promise<void> {
    if (!this.discord.enabled) return;
    let claims = await this.claim();
    while (claims.length > 0) {
      for (const claim of claims) await this.renew(claim);
      claims = claims.length < batch ? [] : await this.claim();
    }
  }

  private claim(): Promise<Claim[]> {
    const now = this.clock.now();
    const before = new Date(now.getTime() + renewBeforeMs);
    const leaseUntil = new Date(now.getTime() + leaseMs);
    return this.unitOfWork.run((tx) =>
      this.accounts.claimEnding(tx, { now, before, leaseUntil, limit: batch }),
    );
  }

  private async renew(claim: Claim): Promise<void> {
    const tokens = this.grants.open(claim.id, claim.sealedGrant);
    if (!tokens) return this.expire(claim);
    try {
      await this.keep(claim, await this.discord.refresh(tokens.refresh));
    } catch (error) {
      if (error instanceof DiscordGrantEnded) return this.expire(claim);
      // The lease runs out, and the next tick asks again.
      this.log.warn('Discord did not renew a grant', errorFields(error));
    }
  }

  /** Whoever unlinked or connected anew meanwhile has replaced what we hold: this grant is of no use. */
  private async keep(claim: Claim, grant: DiscordGrant): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const account = await this.accounts.lockWithGrant(tx, claim.id, claim.sealedGrant);
      if (!account) return this.grants.endToken(tx, claim.externalId, grant.refreshToken);
      const sealedGrant = this.grants.seal(claim.id, grant);
      const { scopes, expiresAt: grantExpiresAt } = grant;
      await this.accounts.update(tx, claim.id, {
        ...{ sealedGrant, scopes, grantExpiresAt },
        refreshingUntil: null,
      });
    });
  }

  private async expire(claim: Claim): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const account = await this.accounts.lockWithGrant(tx, claim.id, claim.sealedGrant);
      if (!account) return;
      const { id: externalAccountId, memberId } = account;
      await this.accounts.update(tx, claim.id, {
        ...{ state: 'reauth_needed', sealedGrant: null, grantExpiresAt: null, refreshingUntil: null },
      });
      tx.record('accounts.external-account-expired', { memberId, platform: 'discord', externalAccountId });
    });
  }
}
