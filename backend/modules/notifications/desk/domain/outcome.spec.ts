import { describe, expect, it } from 'vitest';
import { deliveryStates } from '@calmness/contracts';
import { noOutcomes, outcomeOf, successRate } from './outcome';

describe('the success rate', () => {
  it.each([
    ['email', 'sent', 'arrived'],
    ['whatsapp', 'sent', 'under_way'],
    ['whatsapp', 'accepted', 'under_way'],
    ['whatsapp', 'delivered', 'arrived'],
    ['whatsapp', 'read', 'arrived'],
    ['email', 'failed', 'missed'],
    ['telegram', 'unknown', 'missed'],
    ['push', 'suppressed', 'left_out'],
    ['email', 'digested', 'left_out'],
    ['discord', 'queued', 'under_way'],
  ] as const)('a delivery by %s that is %s counts as %s', (channel, state, outcome) => {
    expect(outcomeOf(channel, state)).toBe(outcome);
  });

  it('knows every state', () => {
    expect(new Set(deliveryStates.map((state) => outcomeOf('email', state))).size).toBe(4);
  });

  it('divides what arrived by what was meant to, and is silent about nothing', () => {
    expect(successRate({ arrived: 2, missed: 1, under_way: 0, left_out: 50 })).toBe(66.7);
    expect(successRate({ ...noOutcomes(), left_out: 3 })).toBeNull();
  });
});
