import { Injectable } from '@nestjs/common';
import { MemberDirectory, type MemberSummary } from '@calmness/accounts';
import { countryCodes } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';
import type { BillingIdentity, VatCheck } from '../domain/billing-profile';
import { BillingProfileRepository } from '../persistence/billing-profile.repository';

/** Who is billed, or a first proposal; its country is null when the account does not say. */
export interface ReadableProfile extends Omit<BillingIdentity, 'country'> {
  country: string | null;
  vatCheck: VatCheck;
  vatCheckedOn: IsoDate | null;
  /** What the staff wrote down when it checked the number itself. */
  vatCheckProof?: string | null;
  /** 0 while nothing is stored. */
  version: number;
}

/** What a member reads before he says who is billed: what he said last, or what his account lets us guess. */
@Injectable()
export class ReadBillingProfile {
  constructor(
    private readonly profiles: BillingProfileRepository,
    private readonly members: MemberDirectory,
  ) {}

  async execute(memberId: Uuid): Promise<ReadableProfile> {
    const stored = await this.profiles.find(memberId);
    return stored ?? proposalFor(await this.members.find(memberId));
  }
}

/** A consumer, as most members are. The address is asked: an account has none. */
function proposalFor(member: MemberSummary | null): ReadableProfile {
  const known = member?.country != null && countryCodes.includes(member.country);
  return {
    kind: 'person',
    name: member ? `${member.firstName} ${member.lastName}`.trim() : '',
    ...{ addressLines: [], postalCode: '', city: '', country: known ? member.country : null },
    ...{ siren: null, vatNumber: null, electronicAddress: null, purchaseOrder: null },
    ...{ vatCheck: 'none', vatCheckedOn: null, version: 0 },
  };
}
