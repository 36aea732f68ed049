import type { MemberRow } from '@calmness/contracts';
import { eligibilityOf } from '../../profile/domain/eligibility';
import type { ListedMember } from '../persistence/member-list.repository';

/** A line of the list on the wire; the right to pay is that of this moment. */
export function presentMemberRow(member: ListedMember): MemberRow {
  return {
    id: member.id,
    email: member.email,
    first_name: member.firstName,
    last_name: member.lastName,
    roles: member.roles,
    is_verified: member.emailVerifiedAt !== null,
    can_make_payment: eligibilityOf(member).canMakePayment,
    is_demo: member.isDemo,
    created_at: member.createdAt.toISOString(),
    state: member.state,
    last_seen_at: member.lastSeenAt?.toISOString() ?? null,
    access_ends_on: member.accessEndsOn,
    labels: member.labels,
  };
}
