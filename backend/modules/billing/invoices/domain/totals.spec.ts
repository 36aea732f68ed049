import { describe, expect, it } from 'vitest';
import { totalsOf, type SoldLine } from './totals';

const sold = (unitPriceCents: number, rateBp: number | null, quantity = 1): SoldLine => ({
  label: 'Essentiel, 1 mois',
  detail: null,
  quantityMilli: quantity * 1_000,
  unitPriceCents,
  discountCents: 0,
  discountReason: null,
  supplyKind: 'live',
  vat: { category: rateBp === null ? 'E' : 'S', rateBp, exemptionCode: null, exemptionText: null },
});
const figures = (...lines: SoldLine[]): number[] => {
  const { netCents, vatCents, totalCents } = totalsOf(lines, 'TTC');
  return [netCents, vatCents, totalCents];
};

/** A small deterministic generator: a failing case can be named and repeated. */
function* draws(count: number): Generator<number> {
  let seed = 20_261_120;
  for (let index = 0; index < count; index += 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield seed;
  }
}

describe('totals of TTC prices', () => {
  it('G01: 49,00 at 20 % is 40,83 and 8,17', () => {
    expect(figures(sold(4_900, 2_000))).toEqual([4_083, 817, 4_900]);
  });

  it('G02: a seller in franchise charges no tax and names no rate', () => {
    const totals = totalsOf([sold(4_900, null)], 'TTC');
    expect(totals).toMatchObject({ netCents: 4_900, vatCents: 0, totalCents: 4_900 });
    expect(totals.vat).toMatchObject([{ category: 'E', rateBp: null, baseCents: 4_900, vatCents: 0 }]);
  });

  it('G04: 99,99 stays 99,99, though no base at 20 % gives it back', () => {
    expect(figures(sold(9_999, 2_000))).toEqual([8_332, 1_667, 9_999]);
  });

  it('G05: two rates apart, each base shared over its lines to the cent', () => {
    const totals = totalsOf([sold(14_999, 2_000, 2), sold(999, 2_000), sold(1_990, 550)], 'TTC');
    expect([totals.netCents, totals.vatCents, totals.totalCents]).toEqual([27_717, 5_270, 32_987]);
    expect(totals.vat.map(({ rateBp, baseCents, vatCents }) => [rateBp, baseCents, vatCents])).toEqual([
      [2_000, 25_831, 5_166],
      [550, 1_886, 104],
    ]);
    expect(totals.lines.map((line) => line.netCents)).toEqual([24_998, 833, 1_886]);
    expect(totals.lines[0]).toMatchObject({ quantity: '2.000', unitNet: '124.990000' });
  });

  it('never loses a cent of ten thousand random orders (I5)', () => {
    const rates = [2_000, 1_000, 550, 210, 850, null];
    for (const seed of draws(10_000)) {
      const lines = Array.from({ length: 1 + (seed % 4) }, (_, index) =>
        sold(
          1 + ((seed >> (index + 1)) % 200_000),
          rates[(seed >> (index * 3)) % rates.length] ?? null,
          1 + (seed % 3),
        ),
      );
      const totals = totalsOf(lines, 'TTC');
      const gross = lines.reduce((sum, line) => sum + (line.quantityMilli / 1_000) * line.unitPriceCents, 0);
      expect(totals.netCents + totals.vatCents).toBe(gross);
      for (const rate of totals.vat) {
        const own = totals.lines.filter((line) => line.rateBp === rate.rateBp);
        expect(own.reduce((sum, line) => sum + line.netCents, 0)).toBe(rate.baseCents);
        const rateGross = rate.baseCents + rate.vatCents;
        const exact = (rateGross * (rate.rateBp ?? 0)) / (10_000 + (rate.rateBp ?? 0));
        expect(Math.abs(rate.vatCents - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
      }
      expect(totals.lines.every((line) => line.netCents >= 0)).toBe(true);
    }
  });
});
