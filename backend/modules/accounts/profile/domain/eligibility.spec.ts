import { describe, expect, it } from 'vitest';
import { eligibilityOf } from './eligibility';

const ready = {
  firstName: 'Jean',
  lastName: 'Dupont',
  emailVerifiedAt: new Date('2026-11-20T09:00:00Z'),
  telegramUsername: '@jeandupont',
  discordUsername: 'jeandupont',
  whatsappNumber: '+33612345678',
};

describe('the right to pay', () => {
  it('is given to a complete, verified member', () => {
    expect(eligibilityOf(ready)).toEqual({
      canMakePayment: true,
      hasCompleteProfile: true,
      missingFields: [],
      recommendedFields: [],
    });
  });

  it.each([
    ['first_name', { firstName: '  ' }, false],
    ['last_name', { lastName: '' }, false],
    ['email_verified', { emailVerifiedAt: null }, true],
    ['telegram_or_discord', { telegramUsername: null, discordUsername: null }, false],
  ])('waits for %s', (field, lack, complete) => {
    expect(eligibilityOf({ ...ready, ...lack })).toMatchObject({
      canMakePayment: false,
      hasCompleteProfile: complete,
      missingFields: [field],
    });
  });

  it.each([{ telegramUsername: null }, { discordUsername: null }])(
    'asks for one community, not both',
    (lack) => {
      expect(eligibilityOf({ ...ready, ...lack }).canMakePayment).toBe(true);
    },
  );

  it('recommends WhatsApp and never asks for it', () => {
    const without = eligibilityOf({ ...ready, whatsappNumber: null });
    expect(without).toMatchObject({ canMakePayment: true, recommendedFields: ['whatsapp_number'] });
  });

  it('names everything that is missing at once', () => {
    const nobody = { firstName: '', lastName: '', emailVerifiedAt: null, telegramUsername: null };
    expect(eligibilityOf({ ...ready, ...nobody, discordUsername: null }).missingFields).toEqual([
      'first_name',
      'last_name',
      'email_verified',
      'telegram_or_discord',
    ]);
  });
});
