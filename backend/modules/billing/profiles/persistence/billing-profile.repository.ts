import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { IsoDate } from '@calmness/events';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { BillingProfileEntity } from './billing-profile.entity';

/** A number this worker may ask about until its lease ends. */
export interface VatCheckClaim {
  memberId: Uuid;
  country: string;
  vatNumber: string;
  /** Of the profile: an answer about another number than the one that was asked counts for nothing. */
  version: number;
  attempts: number;
}

@Injectable()
export class BillingProfileRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(
    memberId: Uuid,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<BillingProfileEntity | null> {
    return manager.findOneBy(BillingProfileEntity, { memberId });
  }

  lock(tx: Transaction, memberId: Uuid): Promise<BillingProfileEntity | null> {
    return tx.manager.findOne(BillingProfileEntity, {
      where: { memberId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** False when somebody else wrote the first one meanwhile. */
  async add(tx: Transaction, profile: BillingProfileEntity): Promise<boolean> {
    const added = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(BillingProfileEntity)
      .values(profile)
      .orIgnore()
      .returning('member_id')
      .execute();
    return (added.raw as unknown[]).length === 1;
  }

  async update(tx: Transaction, memberId: Uuid, changes: Partial<BillingProfileEntity>): Promise<void> {
    await tx.manager.update(BillingProfileEntity, { memberId }, changes);
  }

  /** Takes the number that has waited longest; null when none does. */
  async claimVatCheck(now: Date, leaseUntil: Date): Promise<VatCheckClaim | null> {
    const [rows] = await this.dataSource.query<[VatCheckClaim[], number]>(
      `UPDATE billing.billing_profile
          SET vat_check_attempts = vat_check_attempts + 1, vat_check_next_at = $2
        WHERE member_id = (SELECT member_id FROM billing.billing_profile
                            WHERE vat_check = 'waiting' AND vat_check_next_at <= $1
                            ORDER BY vat_check_next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING member_id AS "memberId", country, vat_number AS "vatNumber", version,
                 vat_check_attempts AS attempts`,
      [now, leaseUntil],
    );
    return rows[0] ?? null;
  }

  /** Nothing is written when the profile changed meanwhile. */
  async answerVatCheck(
    { memberId, version }: VatCheckClaim,
    answer: 'valid' | 'invalid',
    checkedOn: IsoDate | null,
  ): Promise<void> {
    await this.dataSource.manager.update(
      BillingProfileEntity,
      { memberId, version, vatCheck: 'waiting' },
      { vatCheck: answer, vatCheckedOn: checkedOn, vatCheckNextAt: null },
    );
  }

  async postponeVatCheck({ memberId, version }: VatCheckClaim, until: Date): Promise<void> {
    await this.dataSource.manager.update(
      BillingProfileEntity,
      { memberId, version, vatCheck: 'waiting' },
      { vatCheckNextAt: until },
    );
  }
}
