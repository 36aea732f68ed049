import { describe, expect, it } from 'vitest';
import { cells, isWanted, withChoice } from './preferences';

describe('what a member wants to hear', () => {
  it('is everything until he says no', () => {
    expect(cells.every((cell) => isWanted(cell, {}))).toBe(true);
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
    expect(isWanted({ category: 'news', channel: 'email' }, {})).toBe(false);
  });
});
