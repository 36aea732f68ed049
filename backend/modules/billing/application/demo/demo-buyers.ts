import { Injectable } from '@nestjs/common';
import { MemberDirectory } from '@calmness/accounts';
import type { Uuid } from '@calmness/platform/ids';
import { fullName } from '../../payments/application/order-of-payment';
import { SaveBillingProfile } from '../../profiles/application/save-billing-profile';
import { BillingProfileRepository } from '../../profiles/persistence/billing-profile.repository';

/** Where the people of the demonstration are billed: consumers in Lyon. */
@Injectable()
export class DemoBuyers {
  constructor(
    private readonly members: MemberDirectory,
    private readonly profiles: BillingProfileRepository,
    private readonly save: SaveBillingProfile,
  ) {}

  /** Whoever told already keeps what he said. */
  async bill(memberId: Uuid): Promise<void> {
    if (await this.profiles.find(memberId)) return;
    const name = fullName((await this.members.namesOf([memberId])).get(memberId));
    await this.save.execute({
      ...{ memberId, name, kind: 'person', version: 0 },
      ...{ addressLines: ['5 place de la Démonstration'], postalCode: '69001', city: 'Lyon', country: 'FR' },
      ...{ siren: null, vatNumber: null, electronicAddress: null, purchaseOrder: null },
    });
  }
}
