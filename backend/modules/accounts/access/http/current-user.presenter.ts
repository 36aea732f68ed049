import { Injectable } from '@nestjs/common';
import {
  permissions,
  rolePermissions,
  type CurrentUser,
  type Role,
  type TermsToAccept,
} from '@calmness/contracts';
import { eligibilityOf } from '../../profile/domain/eligibility';
import { initialsOf } from '../../directory/domain/initials';
import type { MemberEntity } from '../../directory/persistence/member.entity';
import { AcceptTerms } from '../../legal/application/accept-terms';
import { Avatars } from '../../profile/application/avatars';
import { FeatureFlags } from '../../settings/application/feature-flags';
import { ReadAppearance } from '../../settings/application/read-appearance';

/** A member as his own pages know him. */
@Injectable()
export class CurrentUserPresenter {
  constructor(
    private readonly featureFlags: FeatureFlags,
    private readonly appearance: ReadAppearance,
    private readonly acceptTerms: AcceptTerms,
    private readonly avatars: Avatars,
  ) {}

  /** Eligibility is computed here and now: the member never sees a flag an event has yet to bring up to date. */
  async present(member: MemberEntity): Promise<CurrentUser> {
    const { canMakePayment, hasCompleteProfile } = eligibilityOf(member);
    const [flags, appearance, avatarUrl, terms] = await Promise.all([
      this.featureFlags.allFor(member.id),
      this.appearance.execute(member.id),
      this.avatars.ownLink(member.id, 'small'),
      this.termsToAccept(member),
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
      avatar_url: avatarUrl,
      terms_to_accept: terms,
      flags,
      appearance,
    };
  }

  /** The terms are those of customers: whoever works for the academy has a contract with it. */
  private async termsToAccept({ id, roles }: MemberEntity): Promise<TermsToAccept[]> {
    if (roles.some((role) => role !== 'member')) return [];
    const pending = await this.acceptTerms.pending(id);
    return pending.map(({ code, version }) => ({ code, version: String(version) }));
  }
}

function permissionsOf(held: readonly Role[]): CurrentUser['permissions'] {
  return permissions.filter((permission) => held.some((role) => rolePermissions[role].includes(permission)));
}
