import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { Config, seal, unseal } from '@calmness/platform/config';
import type { Transaction } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import type { DiscordGrant } from '@calmness/platform/vendors/discord';
import { EndedGrantRepository } from '../persistence/ended-grant.repository';
import type { ExternalAccountEntity } from '../persistence/external-account.entity';

interface Tokens {
  access: string;
  refresh: string;
}

/** What people granted us, encrypted at rest and bound to the row that keeps it. */
@Injectable()
export class SealedGrants {
  constructor(
    private readonly ended: EndedGrantRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  seal(accountId: Uuid, { accessToken: access, refreshToken: refresh }: DiscordGrant): string {
    const tokens: Tokens = { access, refresh };
    return seal(this.config.keys.encryption, accountId, JSON.stringify(tokens));
  }

  /** Undefined when the key it was sealed with is gone. */
  open(accountId: Uuid, sealed: string): Tokens | undefined {
    const text = this.unsealed(accountId, sealed);
    return text === undefined ? undefined : (JSON.parse(text) as Tokens);
  }

  /** A job ends it on the platform; a grant nobody can read any more ends there by itself. */
  async end(tx: Transaction, { id, externalId, sealedGrant }: ExternalAccountEntity): Promise<void> {
    const tokens = sealedGrant === null ? undefined : this.open(id, sealedGrant);
    if (tokens) await this.endToken(tx, externalId, tokens.refresh);
  }

  /** `externalId`: whose account on the platform granted it. */
  async endToken(tx: Transaction, externalId: string, token: string): Promise<void> {
    const id = newId();
    const now = this.clock.now();
    const sealedToken = seal(this.config.keys.encryption, id, token);
    await this.ended.add(tx, { id, externalId, sealedToken, endedAt: now, attempts: 0, nextAttemptAt: now });
  }

  /** The token of a grant that waits to be ended. */
  endedToken(grantId: Uuid, sealed: string): string | undefined {
    return this.unsealed(grantId, sealed);
  }

  private unsealed(owner: Uuid, sealed: string): string | undefined {
    try {
      return unseal(this.config.keys.encryption, owner, sealed);
    } catch {
      return undefined;
    }
  }
}
