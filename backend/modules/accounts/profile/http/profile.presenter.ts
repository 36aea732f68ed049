import { Injectable } from '@nestjs/common';
import type { PaymentEligibilityView, ProfileView } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { ReadMember } from '../../directory/application/read-member';
import { Avatars } from '../application/avatars';
import { completionOf } from '../domain/completion';
import { eligibilityOf, type Eligibility } from '../domain/eligibility';
import type { ProfileChanges } from '../domain/profile';
import type { MemberEntity } from '../../directory/persistence/member.entity';
import type { ProfilePatchDto } from './profile.dto';

/** A profile as its owner sees it. Eligibility is computed here and now, not read from the stored flags. */
@Injectable()
export class ProfilePresenter {
  constructor(
    private readonly readMember: ReadMember,
    private readonly avatars: Avatars,
  ) {}

  async of(memberId: Uuid): Promise<ProfileView> {
    const [member, avatarUrl] = await Promise.all([
      this.readMember.execute(memberId),
      this.avatars.ownLink(memberId, 'large'),
    ]);
    const { canMakePayment, hasCompleteProfile } = eligibilityOf(member);
    return {
      ...presentFields(member),
      is_verified: member.emailVerifiedAt !== null,
      has_complete_profile: hasCompleteProfile,
      can_make_payment: canMakePayment,
      avatar_url: avatarUrl,
      completion: completionOf({ ...member, hasAvatar: avatarUrl !== null }),
      version: member.version,
    };
  }
}

type OwnField = Exclude<
  keyof ProfileView,
  'is_verified' | 'has_complete_profile' | 'can_make_payment' | 'avatar_url' | 'completion' | 'version'
>;

function presentFields(member: MemberEntity): Pick<ProfileView, OwnField> {
  return {
    first_name: member.firstName,
    last_name: member.lastName,
    email: member.email,
    phone: member.phone,
    telegram_username: member.telegramUsername,
    discord_username: member.discordUsername,
    whatsapp_number: member.whatsappNumber,
    country: member.country,
    city: member.city,
    bio: member.bio,
    trading_experience: member.tradingExperience,
    risk_tolerance: member.riskTolerance,
    preferred_assets: member.preferredAssets,
    gender: member.gender,
    age_range: member.ageRange,
    timezone: member.timezone,
    locale: member.locale,
  };
}

export function readProfilePatch(patch: ProfilePatchDto): ProfileChanges {
  return {
    firstName: patch.first_name,
    lastName: patch.last_name,
    phone: patch.phone,
    telegramUsername: patch.telegram_username,
    discordUsername: patch.discord_username,
    whatsappNumber: patch.whatsapp_number,
    country: patch.country,
    city: patch.city,
    bio: patch.bio,
    tradingExperience: patch.trading_experience,
    riskTolerance: patch.risk_tolerance,
    preferredAssets: patch.preferred_assets,
    gender: patch.gender,
    ageRange: patch.age_range,
    timezone: patch.timezone,
    locale: patch.locale,
  };
}

export function presentEligibility(eligibility: Eligibility): PaymentEligibilityView {
  return {
    can_make_payment: eligibility.canMakePayment,
    has_complete_profile: eligibility.hasCompleteProfile,
    missing_fields: eligibility.missingFields,
    recommended_fields: eligibility.recommendedFields,
  };
}
