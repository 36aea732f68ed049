import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
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

  /** @throws DomainError request.invalid naming each faulty field, billing.version-conflict */
  execute({ memberId, version, ...identity }: SaveBillingProfileCommand): Promise<BillingProfileEntity> {
    const clean = normalised(identity);
    const faults = identityFaults(clean);
    if (faults.length > 0) throw new DomainError('request.invalid', {}, 'invalid', faults);
    return this.unitOfWork.run(async (tx) => {
      const known = await this.profiles.lock(tx, memberId);
      if ((known?.version ?? 0) !== version) throw conflict(known?.version ?? 0);
      const check = checkOf(clean, known);
      const profile = { memberId, ...clean, ...check, version: version + 1, updatedAt: this.clock.now() };
      await this.write(tx, profile, known !== null);
      return profile;
    });
  }

  private async write(tx: Transaction, profile: BillingProfileEntity, known: boolean): Promise<void> {
    if (known) await this.profiles.update(tx, profile.memberId, profile);
    else if (!(await this.profiles.add(tx, profile))) throw conflict(1);
  }
}

/** An answer holds as long as number and country stay; a new number waits for its own. */
function checkOf(
  identity: BillingIdentity,
  known: BillingProfileEntity | null,
): Pick<BillingProfileEntity, 'vatCheck' | 'vatCheckedOn'> {
  if (!needsVatCheck(identity)) return { vatCheck: 'none', vatCheckedOn: null };
  const same = known?.vatNumber === identity.vatNumber && known.country === identity.country;
  if (same) return { vatCheck: known.vatCheck, vatCheckedOn: known.vatCheckedOn };
  return { vatCheck: 'waiting', vatCheckedOn: null };
}

function conflict(version: number): DomainError {
  return new DomainError('billing.version-conflict', { version }, 'conflict');
}
