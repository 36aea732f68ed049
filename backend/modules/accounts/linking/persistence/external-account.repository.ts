import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { LinkedPlatform, Locale } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { ExternalAccountEntity } from './external-account.entity';

/** Where a member can be reached beside his mail box: an id, or a number. */
export interface ProvenAddress {
  memberId: Uuid;
  channel: LinkedPlatform | 'whatsapp';
  address: string;
}

@Injectable()
export class ExternalAccountRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(accountId: Uuid): Promise<ExternalAccountEntity | null> {
    return this.dataSource.manager.findOneBy(ExternalAccountEntity, { id: accountId });
  }

  ofMember(
    memberId: Uuid,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ExternalAccountEntity[]> {
    return manager.findBy(ExternalAccountEntity, { memberId });
  }

  /** Every proven address of these members, in one reading. */
  addressesOf(memberIds: readonly Uuid[]): Promise<ProvenAddress[]> {
    return this.dataSource.query<ProvenAddress[]>(
      `SELECT member_id AS "memberId", platform AS channel, external_id AS address
         FROM accounts.external_account WHERE member_id = ANY ($1)
       UNION ALL
       SELECT member_id, 'whatsapp', number FROM accounts.whatsapp_proof
        WHERE member_id = ANY ($1) AND proven_at IS NOT NULL AND ended_at IS NULL`,
      [memberIds],
    );
  }

  /** Members with a proven WhatsApp number, by the language they read. */
  async whatsAppReaders(): Promise<{ locale: Locale; people: number }[]> {
    return this.dataSource.query(
      `SELECT member.locale, count(*)::integer AS people
         FROM accounts.whatsapp_proof AS proof JOIN accounts.member ON member.id = proof.member_id
        WHERE proof.proven_at IS NOT NULL AND proof.ended_at IS NULL AND member.erased_at IS NULL
          AND member.whatsapp_number = proof.number
        GROUP BY member.locale`,
    );
  }

  ownerOf(
    tx: Transaction,
    platform: LinkedPlatform,
    externalId: string,
  ): Promise<ExternalAccountEntity | null> {
    return tx.manager.findOneBy(ExternalAccountEntity, { platform, externalId });
  }

  /** False when the account is somebody's already; waits for whoever is linking it now. */
  async add(tx: Transaction, account: ExternalAccountEntity): Promise<boolean> {
    const result = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(ExternalAccountEntity)
      .values(account)
      .orIgnore()
      .returning('id')
      .execute();
    return (result.raw as unknown[]).length === 1;
  }

  /** Somebody holds that account here, and what it grants is in use. */
  isActive(platform: LinkedPlatform, externalId: string): Promise<boolean> {
    return this.dataSource.manager.existsBy(ExternalAccountEntity, { platform, externalId, state: 'active' });
  }

  async update(tx: Transaction, accountId: Uuid, changes: Partial<ExternalAccountEntity>): Promise<void> {
    await tx.manager.update(ExternalAccountEntity, { id: accountId }, changes);
  }

  async remove(tx: Transaction, accountId: Uuid): Promise<void> {
    await tx.manager.delete(ExternalAccountEntity, { id: accountId });
  }

  /** Names change: the newest message tells the present one. */
  async noteName(
    tx: Transaction,
    told: { platform: LinkedPlatform; externalId: string; username: string | null; at: Date },
  ): Promise<void> {
    await tx.query(
      `UPDATE accounts.external_account SET username = $3, told_at = $4
        WHERE platform = $1 AND external_id = $2 AND told_at < $4`,
      [told.platform, told.externalId, told.username, told.at],
    );
  }

  /** Grants that end before the instant, each kept from every other worker until `leaseUntil`. */
  async claimEnding(
    tx: Transaction,
    claim: { now: Date; before: Date; leaseUntil: Date; limit: number },
  ): Promise<{ id: Uuid; memberId: Uuid; externalId: string; sealedGrant: string }[]> {
    return tx.query(
      `UPDATE accounts.external_account SET refreshing_until = $3
        WHERE id IN (
          SELECT id FROM accounts.external_account
           WHERE sealed_grant IS NOT NULL AND grant_expires_at < $2
             AND (refreshing_until IS NULL OR refreshing_until <= $1)
           ORDER BY grant_expires_at LIMIT $4 FOR UPDATE SKIP LOCKED)
        RETURNING id, member_id AS "memberId", external_id AS "externalId", sealed_grant AS "sealedGrant"`,
      [claim.now, claim.before, claim.leaseUntil, claim.limit],
    );
  }

  /** The account, kept for this transaction, while it still holds that grant. */
  lockWithGrant(
    tx: Transaction,
    accountId: Uuid,
    sealedGrant: string,
  ): Promise<ExternalAccountEntity | null> {
    return tx.manager.findOne(ExternalAccountEntity, {
      where: { id: accountId, sealedGrant },
      lock: { mode: 'pessimistic_write' },
    });
  }
}
