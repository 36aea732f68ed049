import { beforeAll, describe, expect, it } from 'vitest';
import { goldenCases, type GoldenCase } from '../../testing/golden-invoices';
import { dueCents, isCreditNote } from './invoice';

describe('the golden cases', () => {
  let cases: GoldenCase[];
  beforeAll(async () => {
    cases = await goldenCases();
  });
  const find = (id: string) => cases.find((golden) => golden.id === id)?.invoice;
  const mentions = (id: string) => find(id)?.mentions.map(({ code }) => code) ?? [];

  it('come to net, VAT, total and due, to the cent', () => {
    for (const { id, invoice, figures } of cases) {
      const { netCents, vatCents, totalCents } = invoice;
      expect([id, netCents, vatCents, totalCents, dueCents(invoice)]).toEqual([id, ...figures]);
    }
  });

  it('sum: lines to their base, bases and tax to the total (I5)', () => {
    const sum = (values: number[]) => values.reduce((left, right) => left + right, 0);
    for (const { invoice, lines } of cases) {
      expect(sum(invoice.lines.map(({ netCents }) => netCents))).toBe(invoice.netCents);
      expect(sum(invoice.vat.map(({ baseCents, vatCents }) => baseCents + vatCents))).toBe(
        invoice.totalCents,
      );
      if (lines) expect(invoice.lines.map(({ netCents }) => netCents)).toEqual(lines);
    }
  });

  it('credit line by line what was invoiced: 334,99 and not 335,00', () => {
    const notes = cases.filter(({ id }) => /^G09[a-d]$/.test(id)).map(({ invoice }) => invoice);
    expect(notes.every(isCreditNote)).toBe(true);
    expect(notes.reduce((sum, { totalCents }) => sum + totalCents, 0)).toBe(find('G09')?.totalCents);
    expect(find('G09')?.totalCents).toBe(33_499);
  });

  it('say to a consumer no word of penalties, to a company all of them, credit notes included (I15)', () => {
    const debts = ['late-penalties', 'recovery-indemnity', 'no-discount'];
    for (const id of ['G01', 'G04', 'G08', 'G10']) {
      expect(mentions(id)).not.toContain('late-penalties');
      expect(mentions(id)).not.toContain('recovery-indemnity');
    }
    for (const id of ['G03', 'G06', 'G07', 'G09', 'G09d', 'G12'])
      expect(mentions(id)).toEqual(expect.arrayContaining(debts));
  });

  it('say why there is no tax', () => {
    expect(mentions('G02')).toContain('vat-franchise');
    expect(mentions('G10')).toContain('vat-oss');
    expect(mentions('G11')).toContain('vat-reverse-charge');
    expect(mentions('G12')).toContain('vat-training');
    expect(mentions('G01').filter((code) => code.startsWith('vat-'))).toEqual([]);
  });
});
