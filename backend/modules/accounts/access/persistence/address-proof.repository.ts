import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan, MoreThan, type EntityManager } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import type { LinkPurpose } from '../domain/secret-link';
import { AddressProofEntity } from './address-proof.entity';

@Injectable()
export class AddressProofRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(proofId: Uuid, manager: EntityManager = this.dataSource.manager): Promise<AddressProofEntity | null> {
    return manager.findOneBy(AddressProofEntity, { id: proofId });
  }

  /** True when a link was asked for after that instant; the caller holds the member's lock. */
  requestedAfter(tx: Transaction, memberId: Uuid, purpose: LinkPurpose, instant: Date): Promise<boolean> {
    return tx.manager.existsBy(AddressProofEntity, {
      memberId,
      purpose,
      createdAt: MoreThan(instant),
    });
  }

  async add(tx: Transaction, proof: AddressProofEntity): Promise<void> {
    await tx.manager.insert(AddressProofEntity, proof);
  }

  /** Uses the link up; false when it was used before or its time is over. */
  async use(tx: Transaction, proofId: Uuid, now: Date): Promise<boolean> {
    const used = await tx.query(
      `UPDATE accounts.address_proof SET used_at = $2
        WHERE id = $1 AND used_at IS NULL AND expires_at > $2 RETURNING id`,
      [proofId, now],
    );
    return used.length === 1;
  }

  /** Links of the purpose that were not used yet work no more. */
  async withdraw(tx: Transaction, memberId: Uuid, purpose: LinkPurpose, now: Date): Promise<void> {
    await tx.manager.update(AddressProofEntity, { memberId, purpose, usedAt: IsNull() }, { usedAt: now });
  }

  /** Forgets links whose time was over before the instant. */
  async removeExpired(tx: Transaction, before: Date): Promise<void> {
    await tx.manager.delete(AddressProofEntity, { expiresAt: LessThan(before) });
  }
}
