import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { errorFields, Log } from '@calmness/platform/observability';
import { DiscordOAuth } from '@calmness/platform/vendors/discord';
import type { EndedGrantEntity } from '../persistence/ended-grant.entity';
import { EndedGrantRepository } from '../persistence/ended-grant.repository';
import { ExternalAccountRepository } from '../persistence/external-account.repository';
import { SealedGrants } from './sealed-grants';

const retryMs = 300_000;
const batch = 20;
/** A token of Discord's lives a week. */
const keptMs = 30 * 86_400_000;

/**
 * Ends at Discord what members took back here, however long Discord takes to answer. Discord ends every token an
 * account granted us with the first one it revokes (docs/topics/oauth2, token revocation): one that is linked again
 * meanwhile keeps what it granted, and the old token goes with it one day.
 */
@Injectable()
export class EndDiscordGrants {
  constructor(
    private readonly discord: DiscordOAuth,
    private readonly unitOfWork: UnitOfWork,
    private readonly ended: EndedGrantRepository,
    private readonly accounts: ExternalAccountRepository,
    private readonly grants: SealedGrants,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    await this.ended.removeOlderThan(new Date(now.getTime() - keptMs));
    if (!this.discord.enabled) return;
    const retryAt = new Date(now.getTime() + retryMs);
    const due = await this.unitOfWork.run((tx) => this.ended.claim(tx, now, retryAt, batch));
    for (const grant of due) await this.endOne(grant);
  }

  private async endOne({ id, externalId, sealedToken }: EndedGrantEntity): Promise<void> {
    try {
      const inUse = externalId !== null && (await this.accounts.isActive('discord', externalId));
      const token = inUse ? undefined : this.grants.endedToken(id, sealedToken);
      if (token !== undefined) await this.discord.revoke(token);
      await this.ended.remove(id);
    } catch (error) {
      this.log.warn('Discord did not end a grant', errorFields(error));
    }
  }
}
