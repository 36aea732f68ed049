import { permissions, rolePermissions, type CurrentUser, type Role } from '@calmness/contracts';
import { eligibilityOf } from '../../profile/domain/eligibility';
import { initialsOf } from '../../directory/domain/initials';
import type { MemberEntity } from '../../directory/persistence/member.entity';

/** Eligibility is computed here and now: the member never sees a flag an event has yet to bring up to date. */
export function presentCurrentUser(member: MemberEntity): CurrentUser {
  const { canMakePayment, hasCompleteProfile } = eligibilityOf(member);
  return {
    id: member.id,
    email: member.email,
    first_name: member.firstName,
    last_name: member.lastName,
    locale: member.locale,
    timezone: member.timezone,
    roles: member.roles,
    permissions: permissionsOf(member.roles),
    is_verified: member.emailVerifiedAt !== null,
    has_complete_profile: hasCompleteProfile,
    can_make_payment: canMakePayment,
    initials: initialsOf(member.firstName, member.lastName),
  };
}

function permissionsOf(held: readonly Role[]): CurrentUser['permissions'] {
  return permissions.filter((permission) => held.some((role) => rolePermissions[role].includes(permission)));
}
