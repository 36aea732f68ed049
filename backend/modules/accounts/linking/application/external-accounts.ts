import { Injectable } from '@nestjs/common';
import type { LinkedPlatform } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import type { DiscordGrant } from '@calmness/platform/vendors/discord';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { readDiscordName, readTelegramName } from '../../profile/domain/handles';
import type { ExternalAccountEntity } from '../persistence/external-account.entity';
import { ExternalAccountRepository } from '../persistence/external-account.repository';
import { LinkTokenRepository } from '../persistence/link-token.repository';
import { SealedGrants } from './sealed-grants';

/** An account a platform proved to be the person's who holds the member's link. */
export interface ProvenAccount {
  memberId: Uuid;
  platform: LinkedPlatform;
  externalId: string;
  username: string | null;
  /** When the platform told all that. */
  at: Date;
  grant: DiscordGrant | null;
}

/** Where the profile writes the name, and how it has to look there. */
const profileNames = {
  telegram: { field: 'telegramUsername', read: readTelegramName },
  discord: { field: 'discordUsername', read: readDiscordName },
} as const satisfies Record<LinkedPlatform, unknown>;

/** Links and unlinks inside the caller's transaction, which holds the member's lock. */
@Injectable()
export class ExternalAccounts {
  constructor(
    private readonly members: MemberRepository,
    private readonly accounts: ExternalAccountRepository,
    private readonly tokens: LinkTokenRepository,
    private readonly grants: SealedGrants,
    private readonly clock: Clock,
  ) {}

  /** False when the account is another member's: he is told, and nothing changes. */
  async link(tx: Transaction, proven: ProvenAccount): Promise<boolean> {
    const { memberId, platform, externalId } = proven;
    const owner = await this.accounts.ownerOf(tx, platform, externalId);
    if (owner?.memberId === memberId) {
      await this.renew(tx, owner, proven);
      await this.nameInProfile(tx, proven);
      return true;
    }
    if (owner) {
      const contested = { memberId: owner.memberId, platform, externalAccountId: owner.id };
      tx.record('accounts.external-link-contested', contested);
      tx.record('accounts.external-link-refused', { memberId, platform, reason: 'taken' });
      return false;
    }
    await this.unlink(tx, memberId, platform);
    const id = newId();
    const added = await this.accounts.add(tx, {
      ...{ id, memberId, platform, externalId, linkedAt: proven.at },
      ...this.columnsOf(id, proven),
    });
    // Whoever tries again finds it with its owner.
    if (!added) throw new Error('The account was linked by somebody else at the same moment');
    tx.record('accounts.external-account-linked', { memberId, platform, externalAccountId: id });
    await this.nameInProfile(tx, proven);
    return true;
  }

  /** Nothing when none is linked. What the person granted is ended on the platform by a job. */
  async unlink(tx: Transaction, memberId: Uuid, platform: LinkedPlatform): Promise<void> {
    await this.tokens.withdraw(tx, memberId, platform, this.clock.now());
    const mine = await this.accounts.ofMember(memberId, tx.manager);
    const account = mine.find((one) => one.platform === platform);
    if (!account) return;
    await this.grants.end(tx, account);
    await this.accounts.remove(tx, account.id);
    tx.record('accounts.external-account-unlinked', { memberId, platform, externalAccountId: account.id });
  }

  /** The same account again: what it grants and how it is called are newer. */
  private async renew(tx: Transaction, account: ExternalAccountEntity, proven: ProvenAccount): Promise<void> {
    await this.accounts.update(tx, account.id, this.columnsOf(account.id, proven));
    if (account.state === 'active') return;
    const { memberId, platform, id: externalAccountId } = account;
    tx.record('accounts.external-account-linked', { memberId, platform, externalAccountId });
  }

  /** A proven name takes the place of one that was only typed, and counts as given where one is asked for. */
  private async nameInProfile(
    tx: Transaction,
    { memberId, platform, username }: ProvenAccount,
  ): Promise<void> {
    const { field, read } = profileNames[platform];
    const reading = read(username ?? '');
    const member = await this.members.lock(tx, memberId);
    if (!member || !('name' in reading) || member[field] === reading.name) return;
    const version = member.version + 1;
    await this.members.update(tx, memberId, { [field]: reading.name, version });
    tx.record('accounts.profile-updated', { memberId, version });
  }

  private columnsOf(accountId: Uuid, { username, at, grant }: ProvenAccount) {
    return {
      ...{ username, toldAt: at, state: 'active' as const },
      sealedGrant: grant && this.grants.seal(accountId, grant),
      scopes: grant?.scopes ?? [],
      grantExpiresAt: grant?.expiresAt ?? null,
      refreshingUntil: null,
    };
  }
}
