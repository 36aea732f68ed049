import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { assertDrawable } from '../../invoices/templates/glyphs';
import { identityFaults, needsVatCheck, normalised, type BillingIdentity } from '../domain/billing-profile';
import type { BillingProfileEntity } from '../persistence/billing-profile.entity';
import { BillingProfileRepository } from '../persistence/billing-profile.repository';

export interface SaveBillingProfileCommand extends BillingIdentity {
  memberId: Uuid;
  /** The version the member was looking at; 0 when there was none. */
  version: number;
}

/** A member says who is billed. Orders and invoices made before keep what they said. */
@Injectable()
export class SaveBillingProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: BillingProfileRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError request.invalid naming each faulty field, billing.glyph-missing, billing.version-conflict */
  execute({ memberId, version, ...identity }: SaveBillingProfileCommand): Promise<BillingProfileEntity> {
    const clean = normalised(identity);
    const faults = identityFaults(clean);
    if (faults.length > 0) throw new DomainError('request.invalid', {}, 'invalid', faults);
    const { name, addressLines: address_lines, city, postalCode: postal_code, purchaseOrder } = clean;
    assertDrawable({ name, address_lines, postal_code, city, purchase_order: purchaseOrder });
    return this.unitOfWork.run(async (tx) => {
      const known = await this.profiles.lock(tx, memberId);
      if ((known?.version ?? 0) !== version) throw conflict(known?.version ?? 0);
      const now = this.clock.now();
      const profile = {
        memberId,
        ...clean,
        ...checkOf(clean, known, now),
        version: version + 1,
        updatedAt: now,
      };
      await this.write(tx, profile, known !== null);
      return profile;
    });
  }

  private async write(tx: Transaction, profile: BillingProfileEntity, known: boolean): Promise<void> {
    if (known) await this.profiles.update(tx, profile.memberId, profile);
    else if (!(await this.profiles.add(tx, profile))) throw conflict(1);
  }
}

type VatCheckFields = Pick<
  BillingProfileEntity,
  'vatCheck' | 'vatCheckedOn' | 'vatCheckAttempts' | 'vatCheckNextAt' | 'vatCheckedBy' | 'vatCheckProof'
>;

const unchecked: VatCheckFields = {
  ...{ vatCheck: 'none', vatCheckedOn: null, vatCheckAttempts: 0 },
  ...{ vatCheckNextAt: null, vatCheckedBy: null, vatCheckProof: null },
};

/** An answer holds as long as number and country stay; a new number waits for its own. */
function checkOf(identity: BillingIdentity, known: BillingProfileEntity | null, now: Date): VatCheckFields {
  if (!needsVatCheck(identity)) return unchecked;
  const same = known?.vatNumber === identity.vatNumber && known.country === identity.country;
  if (same && known.vatCheck !== 'none') {
    const { vatCheck, vatCheckedOn, vatCheckAttempts, vatCheckNextAt, vatCheckedBy, vatCheckProof } = known;
    return { vatCheck, vatCheckedOn, vatCheckAttempts, vatCheckNextAt, vatCheckedBy, vatCheckProof };
  }
  return { ...unchecked, vatCheck: 'waiting', vatCheckNextAt: now };
}

function conflict(version: number): DomainError {
  return new DomainError('billing.version-conflict', { version }, 'conflict');
}
