import { describe, expect, it } from 'vitest';
import type { DifferenceChoice } from '@calmness/contracts';
import { splitReceived } from './received-amount';

const due = 4_900;

describe('received money', () => {
  it.each<[number, DifferenceChoice | undefined, object]>([
    [4_900, undefined, { keptCents: 4_900, surplusCents: 0, surplusChoice: null, completes: true }],
    // A choice that nothing asks for changes nothing.
    [4_900, 'credit', { keptCents: 4_900, surplusCents: 0, surplusChoice: null, completes: true }],
    [1, 'partial', { keptCents: 1, surplusCents: 0, surplusChoice: null, completes: false }],
    [5_000, 'credit', { keptCents: 4_900, surplusCents: 100, surplusChoice: 'credit', completes: true }],
    [4_901, 'refuse', { keptCents: 4_900, surplusCents: 1, surplusChoice: 'refuse', completes: true }],
  ])('of %i cents with %s goes where it was said to go', (received, choice, split) => {
    expect(splitReceived(due, received, choice)).toEqual(split);
  });

  it.each<[number, DifferenceChoice | undefined, string[]]>([
    [4_899, undefined, ['partial']],
    [4_899, 'credit', ['partial']],
    [4_901, undefined, ['credit', 'refuse']],
    [4_901, 'partial', ['credit', 'refuse']],
  ])('of %i cents with %s is refused, and the choices are named', (received, choice, choices) => {
    expect(() => splitReceived(due, received, choice)).toThrowError(
      expect.objectContaining({
        code: 'billing.amount-mismatch',
        kind: 'invalid',
        params: { due_cents: due, received_cents: received, choices },
      }) as Error,
    );
  });
});
