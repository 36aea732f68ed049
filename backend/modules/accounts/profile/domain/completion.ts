import { completionSteps, type CompletionStep, type CompletionView } from '@calmness/contracts';
import type { EligibilityFacts } from './eligibility';

export interface CompletionFacts extends EligibilityFacts {
  phone: string | null;
  country: string | null;
  city: string | null;
  bio: string | null;
  tradingExperience: string | null;
  riskTolerance: string | null;
  preferredAssets: readonly string[];
  hasAvatar: boolean;
}

const isDone: Record<CompletionStep, (facts: CompletionFacts) => boolean> = {
  email_verified: (facts) => facts.emailVerifiedAt !== null,
  telegram_or_discord: (facts) => facts.telegramUsername !== null || facts.discordUsername !== null,
  whatsapp_number: (facts) => facts.whatsappNumber !== null,
  phone: (facts) => facts.phone !== null,
  country: (facts) => facts.country !== null,
  city: (facts) => facts.city !== null,
  avatar: (facts) => facts.hasAvatar,
  trading_experience: (facts) => facts.tradingExperience !== null,
  risk_tolerance: (facts) => facts.riskTolerance !== null,
  preferred_assets: (facts) => facts.preferredAssets.length > 0,
  bio: (facts) => facts.bio !== null,
};

/** How whole a profile is, and the one step worth doing next. Gender and age never count: they are nobody's business. */
export function completionOf(facts: CompletionFacts): CompletionView {
  const open = completionSteps.filter((step) => !isDone[step](facts));
  const done = completionSteps.length - open.length;
  return { percent: Math.floor((100 * done) / completionSteps.length), next_step: open[0] ?? null };
}
