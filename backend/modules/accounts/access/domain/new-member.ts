import type { Locale, Role } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';

export interface NewMember {
  id: Uuid;
  email: string;
  passwordHash: string;
  firstName: string;
  lastName: string;
  locale: Locale;
  roles: Role[];
  isDemo: boolean;
  createdAt: Date;
}

const defaultZone = 'Europe/Paris';

/** A member as he stands on his first day: nothing proven, nothing told but his name. */
export function freshMember(member: NewMember) {
  return {
    ...member,
    email: member.email.trim(),
    firstName: member.firstName.trim(),
    lastName: member.lastName.trim(),
    timezone: defaultZone,
    emailVerifiedAt: null,
    passwordResetRequired: false,
    phone: null,
    telegramUsername: null,
    discordUsername: null,
    whatsappNumber: null,
    country: null,
    city: null,
    bio: null,
    tradingExperience: null,
    riskTolerance: null,
    preferredAssets: [],
    gender: null,
    ageRange: null,
    hasCompleteProfile: false,
    canMakePayment: false,
    version: 1,
    lockedAt: null,
    lockReason: null,
    erasedAt: null,
  };
}
