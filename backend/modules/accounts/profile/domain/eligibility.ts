import type { EligibilityField } from '@calmness/contracts';

export interface EligibilityFacts {
  firstName: string;
  lastName: string;
  emailVerifiedAt: Date | null;
  telegramUsername: string | null;
  discordUsername: string | null;
  whatsappNumber: string | null;
}
export interface Eligibility {
  canMakePayment: boolean;
  /** Everything the profile form asks for before a payment; the proof of the address is not in it. */
  hasCompleteProfile: boolean;
  missingFields: EligibilityField[];
  /** Never a condition. */
  recommendedFields: string[];
}

/** What a payment waits for (PRO-26 to PRO-28), as data. */
const requirements: Record<EligibilityField, (facts: EligibilityFacts) => boolean> = {
  first_name: (facts) => facts.firstName.trim() !== '',
  last_name: (facts) => facts.lastName.trim() !== '',
  email_verified: (facts) => facts.emailVerifiedAt !== null,
  // One well-formed name is enough; linking the account comes after the payment.
  telegram_or_discord: (facts) => facts.telegramUsername !== null || facts.discordUsername !== null,
};

/** The member's right to pay, from the facts of this moment. */
export function eligibilityOf(facts: EligibilityFacts): Eligibility {
  const missingFields = (Object.keys(requirements) as EligibilityField[]).filter(
    (field) => !requirements[field](facts),
  );
  return {
    canMakePayment: missingFields.length === 0,
    hasCompleteProfile: missingFields.every((field) => field === 'email_verified'),
    missingFields,
    recommendedFields: facts.whatsappNumber === null ? ['whatsapp_number'] : [],
  };
}
