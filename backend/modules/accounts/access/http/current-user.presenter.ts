import { Injectable } from '@nestjs/common';
import { permissions, rolePermissions, type CurrentUser, type Role } from '@calmness/contracts';
import { eligibilityOf } from '../../profile/domain/eligibility';
import { initialsOf } from '../../directory/domain/initials';
import type { MemberEntity } from '../../directory/persistence/member.entity';
import { FeatureFlags } from '../../settings/application/feature-flags';
import { ReadAppearance } from '../../settings/application/read-appearance';

/** A member as his own pages know him. */
@Injectable()
export class CurrentUserPresenter {
  constructor(
    private readonly featureFlags: FeatureFlags,
    private readonly appearance: ReadAppearance,
  ) {}

  /** Eligibility is computed here and now: the member never sees a flag an event has yet to bring up to date. */
  async present(member: MemberEntity): Promise<CurrentUser> {
    const { canMakePayment, hasCompleteProfile } = eligibilityOf(member);
    const [flags, appearance] = await Promise.all([
      this.featureFlags.allFor(member.id),
      this.appearance.execute(member.id),
    ]);
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
      avatar_url: null,
      flags,
      appearance,
    };
  }
}

function permissionsOf(held: readonly Role[]): CurrentUser['permissions'] {
  return permissions.filter((permission) => held.some((role) => rolePermissions[role].includes(permission)));
}
