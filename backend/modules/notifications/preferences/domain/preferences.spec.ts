import { describe, expect, it } from 'vitest';
import { cells, isWanted, withChoice } from './preferences';

describe('what a member wants to hear', () => {
  it('is everything until he says no, but for offers and private messages on Discord', () => {
    const unasked = cells.filter((cell) => !isWanted(cell, {}));
    expect(unasked.every(({ category, channel }) => category === 'offers' || channel === 'discord')).toBe(
      true,
    );
    expect(cells.some(({ category }) => category === 'offers')).toBe(true);
    expect(isWanted({ category: 'offers', channel: 'email' }, { 'offers.email': true })).toBe(true);
  });

  it('is not told where he said no', () => {
    const cell = { category: 'subscription', channel: 'email' } as const;
    expect(isWanted(cell, withChoice({}, cell, false))).toBe(false);
    expect(isWanted(cell, withChoice(withChoice({}, cell, false), cell, true))).toBe(true);
  });

  it('cannot be refused where security or the law asks for it', () => {
    for (const category of ['security', 'billing'] as const)
      for (const channel of ['in_app', 'email'] as const)
        expect(isWanted({ category, channel }, withChoice({}, { category, channel }, false))).toBe(true);
  });

  it('never goes where nothing is sent', () => {
    expect(isWanted({ category: 'billing', channel: 'push' }, { 'billing.push': true })).toBe(false);
  });
});
