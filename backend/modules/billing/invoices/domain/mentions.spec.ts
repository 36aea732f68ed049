import { describe, expect, it } from 'vitest';
import { demoIssuer } from '../../application/demo/demo-issuer';
import { mentionRows } from '../../application/reference/law-rows';
import type { IssuerSnapshot } from './invoice';
import { snapshotOf } from './issuer';
import { mentionCodes, mentionRules, requiredFields, type MentionCase, type MentionFacts } from './mentions';

const issuer: IssuerSnapshot = snapshotOf({ ...demoIssuer, version: 1 });
const sale = { type: '380', operation: 'services', vatMentions: [], paid: true } as const;
const codesFor = (situation: MentionCase): string[] =>
  mentionRules.filter((rule) => rule.applies(situation)).map((rule) => rule.code);
const line = (label: string) => ({ label, vatCategory: 'S' as const });
const missing = (changes: Partial<MentionFacts>): string[] =>
  requiredFields
    .filter((rule) =>
      rule.missing({
        issuer,
        buyer: { kind: 'person', name: 'Jean Dupont' },
        ...{ type: '380', lines: [line('Essentiel')], reason: null, linked: false },
        ...changes,
      }),
    )
    .map((rule) => rule.field);

describe('the mentions of an invoice', () => {
  it.each(['normal', 'franchise'] as const)(
    'never speak of penalties or 40 € to a consumer (%s, I15)',
    (vatRegime) => {
      const codes = codesFor({ ...sale, issuer: { vatRegime, vatOnDebits: true }, buyerKind: 'person' });
      expect(codes).not.toContain('late-penalties');
      expect(codes).not.toContain('recovery-indemnity');
      expect(codes).toContain('operation-services');
      expect(codes).toContain('no-discount');
    },
  );

  it('always speak of them to a company (I15)', () => {
    const issuing = { vatRegime: 'normal', vatOnDebits: false } as const;
    const codes = codesFor({ ...sale, issuer: issuing, buyerKind: 'company' });
    expect(codes).toEqual(expect.arrayContaining(['late-penalties', 'recovery-indemnity']));
  });

  it('quote the franchise for a seller in franchise and for nobody else (I14)', () => {
    const codes = (vatRegime: 'normal' | 'franchise'): string[] =>
      codesFor({
        ...sale,
        issuer: { vatRegime, vatOnDebits: true },
        buyerKind: 'person',
        vatMentions: vatRegime === 'franchise' ? ['vat-franchise'] : [],
      });
    expect(codes('franchise')).toContain('vat-franchise');
    expect(codes('franchise')).not.toContain('vat-on-debits');
    expect(codes('normal')).not.toContain('vat-franchise');
    expect(codes('normal')).toContain('vat-on-debits');
  });

  it('have words for every code, and end « 293 B » with the tolerance', () => {
    expect(mentionRows.map((row) => row.code).sort()).toEqual([...mentionCodes].sort());
    expect(mentionRules.map((rule) => rule.code).sort()).toEqual([...mentionCodes].sort());
    const franchise = mentionRows.find((row) => row.code === 'vat-franchise');
    expect(franchise).toMatchObject({
      validTo: '2028-01-01',
      text: 'TVA non applicable, art. 293 B du CGI.',
    });
    expect(mentionRows.filter((row) => row !== franchise).some((row) => row.text.includes('293 B'))).toBe(
      false,
    );
  });
});

describe('what has to be known before a number is given (I10)', () => {
  it('is all there for the demonstration', () => {
    expect(missing({})).toEqual([]);
  });

  it.each([
    ['issuer.legal_name', { issuer: { ...issuer, legalName: ' ' } }],
    ['issuer.address', { issuer: { ...issuer, addressLines: [] } }],
    ['issuer.address', { issuer: { ...issuer, city: '' } }],
    ['issuer.siren', { issuer: { ...issuer, siren: '' } }],
    ['issuer.legal_form', { issuer: { ...issuer, legalForm: null } }],
    ['issuer.capital_cents', { issuer: { ...issuer, capitalCents: null } }],
    ['issuer.rcs_city', { issuer: { ...issuer, rcsCity: null } }],
    ['issuer.vat_number', { issuer: { ...issuer, vatNumber: null } }],
    ['buyer.name', { buyer: { kind: 'person' as const, name: ' ' } }],
    ['lines.label', { lines: [] }],
    ['lines.label', { lines: [line('Essentiel'), line('')] }],
  ])('names %s', (field, changes: Partial<MentionFacts>) => {
    expect(missing(changes)).toEqual([field]);
  });

  it('asks a sole trader neither for capital nor for a register', () => {
    const trader = { ...issuer, isSoleTrader: true, legalForm: null, capitalCents: null, rcsCity: null };
    expect(missing({ issuer: trader })).toEqual([]);
    expect(missing({ issuer: { ...trader, vatRegime: 'franchise', vatNumber: null } })).toEqual([]);
  });
});
