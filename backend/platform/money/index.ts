/** Basis points: 2000 is 20 %. */
export type BasisPoints = number;

/** Integer division of two non-negative integers, rounded half up. No float ever sees the amount. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  return (numerator * 2n + denominator) / (denominator * 2n);
}

/** VAT on a net amount in cents, rounded once, half up (EN 16931 BR-CO-17). */
export function vatOnNet(netCents: number, rate: BasisPoints): number {
  return Number(divideHalfUp(BigInt(netCents) * BigInt(rate), 10_000n));
}

/** VAT contained in a TTC amount in cents, rounded once, half up; the base is the difference. */
export function vatInGross(grossCents: number, rate: BasisPoints): number {
  return Number(divideHalfUp(BigInt(grossCents) * BigInt(rate), 10_000n + BigInt(rate)));
}

/**
 * Shares `totalCents` over weights by largest remainder, first one wins ties, so that the
 * shares always sum to the total.
 */
export function shareByLargestRemainder(totalCents: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((left, right) => left + right, 0);
  if (sum === 0) return weights.map((_, index) => (index === 0 ? totalCents : 0));
  const exact = weights.map((weight) => BigInt(totalCents) * BigInt(weight));
  const shares = exact.map((value) => Number(value / BigInt(sum)));
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value % BigInt(sum) }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1));
  let missing = totalCents - shares.reduce((left, right) => left + right, 0);
  for (const { index } of byRemainder) {
    if (missing === 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    missing -= 1;
  }
  return shares;
}
