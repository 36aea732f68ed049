import { describe, expect, it } from 'vitest';
import { divideHalfUp, shareByLargestRemainder, vatInGross, vatOnNet } from './index';

const rates = [0, 210, 550, 850, 1_000, 2_000, 2_100];

/** A small deterministic generator: a failing case can be named and repeated. */
function* amounts(count: number): Generator<number> {
  let seed = 20_261_120;
  for (let index = 0; index < count; index += 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield seed % 10_000_000;
  }
}

describe('money', () => {
  it('rounds half up, once', () => {
    expect(divideHalfUp(5n, 2n)).toBe(3n);
    expect(divideHalfUp(4n, 3n)).toBe(1n);
    expect(vatOnNet(4_083, 2_000)).toBe(817);
    expect(vatInGross(4_900, 2_000)).toBe(817);
    expect(vatInGross(9_999, 2_000)).toBe(1_667);
  });

  it('never loses a cent of a TTC price, and stays within half a cent of the exact tax', () => {
    for (const gross of amounts(10_000)) {
      for (const rate of rates) {
        const vat = vatInGross(gross, rate);
        expect(Number.isInteger(vat)).toBe(true);
        expect(Math.abs(vat - (gross * rate) / (10_000 + rate))).toBeLessThanOrEqual(0.5 + 1e-6);
      }
    }
  });

  it('shares a total to the last cent, largest remainder first, first one winning ties', () => {
    expect(shareByLargestRemainder(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(shareByLargestRemainder(10, [0, 0])).toEqual([10, 0]);
    for (const total of amounts(2_000)) {
      const weights = [total % 97, 13, (total * 7) % 31, 1];
      expect(shareByLargestRemainder(total, weights).reduce((left, right) => left + right, 0)).toBe(total);
    }
  });
});
