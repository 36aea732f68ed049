import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan, MoreThan } from 'typeorm';
import type { LinkedPlatform } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { LinkTokenEntity } from './link-token.entity';

@Injectable()
export class LinkTokenRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(tx: Transaction, token: LinkTokenEntity): Promise<void> {
    await tx.manager.insert(LinkTokenEntity, token);
  }

  findByHash(tx: Transaction, platform: LinkedPlatform, hash: string): Promise<LinkTokenEntity | null> {
    return tx.manager.findOneBy(LinkTokenEntity, { platform, hash });
  }

  latest(memberId: Uuid, platform: LinkedPlatform): Promise<LinkTokenEntity | null> {
    return this.dataSource.manager.findOne(LinkTokenEntity, {
      where: { memberId, platform },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
  }

  /** When the links given out since that instant were made, oldest first; the caller holds the member's lock. */
  async givenSince(
    tx: Transaction,
    memberId: Uuid,
    platform: LinkedPlatform,
    instant: Date,
  ): Promise<Date[]> {
    const tokens = await tx.manager.find(LinkTokenEntity, {
      where: { memberId, platform, createdAt: MoreThan(instant) },
      order: { createdAt: 'ASC' },
    });
    return tokens.map(({ createdAt }) => createdAt);
  }

  /** Uses the token up; false when it was used or withdrawn before, or its time was over. */
  async use(tx: Transaction, tokenId: Uuid, at: Date): Promise<boolean> {
    const used = await tx.query(
      `UPDATE accounts.link_token SET used_at = $2
        WHERE id = $1 AND used_at IS NULL AND withdrawn_at IS NULL AND expires_at > $2 RETURNING id`,
      [tokenId, at],
    );
    return used.length === 1;
  }

  async markTaken(tx: Transaction, tokenId: Uuid): Promise<void> {
    await tx.manager.update(LinkTokenEntity, { id: tokenId }, { taken: true });
  }

  /** Links that were not opened yet work no more. */
  async withdraw(tx: Transaction, memberId: Uuid, platform: LinkedPlatform, now: Date): Promise<void> {
    const open = { memberId, platform, usedAt: IsNull(), withdrawnAt: IsNull() };
    await tx.manager.update(LinkTokenEntity, open, { withdrawnAt: now });
  }

  async removeExpired(tx: Transaction, before: Date): Promise<void> {
    await tx.manager.delete(LinkTokenEntity, { expiresAt: LessThan(before) });
  }
}
