import { Injectable } from '@nestjs/common';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import type { BuyerSnapshot } from '../../invoices/domain/buyer';
import { buyerOf } from '../domain/billing-profile';
import { BillingProfileRepository } from '../persistence/billing-profile.repository';

/** Who buys, as the order and its invoice will say. */
@Injectable()
export class Buyers {
  constructor(private readonly profiles: BillingProfileRepository) {}

  /** @throws DomainError billing.country-required until the member told where he lives */
  async of(memberId: Uuid): Promise<{ buyer: BuyerSnapshot; purchaseOrder: string | null }> {
    const profile = await this.profiles.find(memberId);
    if (!profile)
      throw new DomainError('billing.country-required', {}, 'invalid', [
        { field: 'country', code: 'required' },
      ]);
    return { buyer: buyerOf(profile), purchaseOrder: profile.purchaseOrder };
  }
}
