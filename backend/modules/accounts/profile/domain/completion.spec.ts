import { describe, expect, it } from 'vitest';
import { completionSteps } from '@calmness/contracts';
import { completionOf, type CompletionFacts } from './completion';

const empty: CompletionFacts = {
  ...{ firstName: 'Awa', lastName: 'Diallo', emailVerifiedAt: null, telegramUsername: null },
  ...{ discordUsername: null, whatsappNumber: null, phone: null, country: null, city: null, bio: null },
  ...{ tradingExperience: null, riskTolerance: null, preferredAssets: [], hasAvatar: false },
};
const whole: CompletionFacts = {
  ...{ firstName: 'Awa', lastName: 'Diallo', emailVerifiedAt: new Date(), telegramUsername: 'awa' },
  ...{ discordUsername: null, whatsappNumber: '+33612345678', phone: '+33612345678', country: 'FR' },
  ...{ city: 'Lyon', bio: 'Bonjour', tradingExperience: 'beginner', riskTolerance: 'low' },
  ...{ preferredAssets: ['forex'], hasAvatar: true },
};

describe('the completion of a profile', () => {
  it('begins with the address and ends at one hundred', () => {
    expect(completionOf(empty)).toEqual({ percent: 0, next_step: 'email_verified' });
    expect(completionOf(whole)).toEqual({ percent: 100, next_step: null });
  });

  it('names one step at a time, in the order worth doing', () => {
    expect(completionOf({ ...whole, hasAvatar: false, bio: null })).toEqual({
      percent: 81,
      next_step: 'avatar',
    });
    expect(completionOf({ ...empty, emailVerifiedAt: new Date() }).next_step).toBe(completionSteps[1]);
  });

  it('takes one of both channels for enough', () => {
    expect(completionOf({ ...whole, telegramUsername: null, discordUsername: 'awa' }).percent).toBe(100);
  });
});
