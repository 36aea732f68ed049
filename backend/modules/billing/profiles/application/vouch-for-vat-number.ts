import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { needsVatCheck } from '../domain/billing-profile';
import type { BillingProfileEntity } from '../persistence/billing-profile.entity';
import { BillingProfileRepository } from '../persistence/billing-profile.repository';

export interface VouchForVatNumberCommand {
  memberId: Uuid;
  adminId: Uuid;
  /** The version the staff was looking at: another number may have come since. */
  version: number;
  /** Where the number was checked, e.g. the register's consultation number. */
  proof: string;
}

/** The staff checked a number elsewhere: the register is no longer asked. */
@Injectable()
export class VouchForVatNumber {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: BillingProfileRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError billing.profile-not-found, billing.version-conflict, billing.vat-number-not-checkable */
  execute({ memberId, adminId, version, proof }: VouchForVatNumberCommand): Promise<BillingProfileEntity> {
    return this.unitOfWork.run(async (tx) => {
      const profile = await this.profiles.lock(tx, memberId);
      if (!profile) throw new DomainError('billing.profile-not-found', {}, 'not-found');
      if (profile.version !== version)
        throw new DomainError('billing.version-conflict', { version: profile.version }, 'conflict');
      if (!needsVatCheck(profile)) throw new DomainError('billing.vat-number-not-checkable', {}, 'conflict');
      const checked = {
        vatCheck: 'valid',
        ...{ vatCheckedOn: this.clock.today(), vatCheckNextAt: null },
        ...{ vatCheckedBy: adminId, vatCheckProof: proof },
      } as const;
      await this.profiles.update(tx, memberId, checked);
      tx.audit({
        actorId: adminId,
        action: 'billing.vouch-for-vat-number',
        objectType: 'billing_profile',
        objectId: memberId,
        before: { vat_check: profile.vatCheck },
        after: { vat_check: 'valid', vat_number: profile.vatNumber, proof },
      });
      return { ...profile, ...checked };
    });
  }
}
