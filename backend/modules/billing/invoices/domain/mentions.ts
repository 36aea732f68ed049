import type { InvoiceType } from '@calmness/contracts';
import { countryOf, type BuyerSnapshot } from './buyer';
import { isFrench } from './eu-countries';
import type { IssuerSnapshot } from './invoice';
import type { InvoiceLine } from './totals';

export const mentionCodes = [
  'operation-services',
  'operation-goods',
  'operation-mixed',
  'place-remote',
  'vat-franchise',
  'vat-training',
  'vat-reverse-charge',
  'vat-oss',
  'vat-outside',
  'vat-export',
  'vat-on-debits',
  'no-discount',
  'paid',
  'late-penalties',
  'recovery-indemnity',
] as const;
export type MentionCode = (typeof mentionCodes)[number];

/** Who sells to whom, on what terms: all that decides which words must be printed. */
export interface MentionCase {
  type: InvoiceType;
  issuer: Pick<IssuerSnapshot, 'vatRegime' | 'vatOnDebits'>;
  buyerKind: 'person' | 'company';
  operation: Operation;
  /** Mentions the VAT of the lines asks for. */
  vatMentions: readonly MentionCode[];
  /** Settled on the day of issue. */
  paid: boolean;
}
/** Category of the operation: services, goods or both (CGI ann. II, 242 nonies A, I-8° bis). */
export type Operation = 'services' | 'goods' | 'mixed';

interface MentionRule {
  code: MentionCode;
  law: string;
  applies(situation: MentionCase): boolean;
}

const content = 'CGI, ann. II, art. 242 nonies A';
const operation = (code: MentionCode, which: Operation): MentionRule => ({
  code,
  law: `${content}, I-8° bis`,
  applies: (situation) => situation.operation === which,
});
const vat = (code: MentionCode, law: string): MentionRule => ({
  code,
  law,
  applies: ({ vatMentions }) => vatMentions.includes(code),
});
const isSale = ({ type }: MentionCase): boolean => type !== '381';
const toCompanies = (situation: MentionCase): boolean => situation.buyerKind === 'company';

/** The mentions of the law as data; a specification walks through every case. */
export const mentionRules: readonly MentionRule[] = [
  operation('operation-services', 'services'),
  operation('operation-goods', 'goods'),
  operation('operation-mixed', 'mixed'),
  {
    code: 'place-remote',
    law: 'Arrêté n° 83-50/A du 3 octobre 1983',
    applies: (situation) => situation.operation !== 'goods',
  },
  vat('vat-franchise', `${content}, I-12°`),
  vat('vat-training', `${content}, I-12°`),
  vat('vat-reverse-charge', `${content}, I-13°`),
  vat('vat-oss', 'CGI, art. 298 sexdecies G'),
  vat('vat-outside', `${content}, I-12°`),
  vat('vat-export', `${content}, I-12°`),
  {
    code: 'vat-on-debits',
    law: `${content}, I-11° bis`,
    applies: ({ issuer }) => issuer.vatRegime === 'normal' && issuer.vatOnDebits,
  },
  {
    code: 'no-discount',
    law: 'C. com., art. L. 441-9',
    applies: (situation) => isSale(situation) || toCompanies(situation),
  },
  { code: 'paid', law: content, applies: (situation) => isSale(situation) && situation.paid },
  // Never on a consumer's invoice (C. com. L. 441-9 excepts « les factures adressées aux particuliers »).
  { code: 'late-penalties', law: 'C. com., art. L. 441-9 et L. 441-10', applies: toCompanies },
  { code: 'recovery-indemnity', law: 'C. com., art. D. 441-5', applies: toCompanies },
];

/** What must be known of seller, buyer and sale before a number is given (I10). */
interface RequiredField {
  field: string;
  law: string;
  missing(facts: MentionFacts): boolean;
}
export interface MentionFacts {
  type: InvoiceType;
  issuer: IssuerSnapshot;
  buyer: BuyerSnapshot;
  lines: readonly Pick<InvoiceLine, 'label' | 'vatCategory'>[];
  reason: string | null;
  linked: boolean;
}

const identity = 'C. com., art. R. 123-237 et R. 123-238';
const isCompany = ({ issuer }: MentionFacts): boolean => !issuer.isSoleTrader;
const sellsToCompany = ({ buyer }: MentionFacts): boolean => buyer.kind === 'company';
const reverses = ({ lines }: MentionFacts): boolean => lines.some(({ vatCategory }) => vatCategory === 'AE');
const amends = ({ type }: MentionFacts): boolean => type === '381' || type === '384';
const blank = (text: string | null | undefined): boolean => !text?.trim();

export const requiredFields: readonly RequiredField[] = [
  { field: 'issuer.legal_name', law: content, missing: ({ issuer }) => blank(issuer.legalName) },
  {
    field: 'issuer.address',
    law: content,
    missing: ({ issuer }) =>
      blank(issuer.addressLines.join('')) || blank(issuer.postalCode) || blank(issuer.city),
  },
  { field: 'issuer.siren', law: identity, missing: ({ issuer }) => blank(issuer.siren) },
  {
    field: 'issuer.legal_form',
    law: identity,
    missing: (facts) => isCompany(facts) && blank(facts.issuer.legalForm),
  },
  {
    field: 'issuer.capital_cents',
    law: identity,
    missing: (facts) => isCompany(facts) && blank(facts.issuer.capitalCents),
  },
  {
    field: 'issuer.rcs_city',
    law: identity,
    missing: (facts) => isCompany(facts) && blank(facts.issuer.rcsCity),
  },
  {
    field: 'issuer.vat_number',
    law: content,
    missing: ({ issuer }) => issuer.vatRegime === 'normal' && blank(issuer.vatNumber),
  },
  { field: 'buyer.name', law: content, missing: ({ buyer }) => blank(buyer.name) },
  {
    field: 'buyer.address',
    law: content,
    missing: (facts) =>
      sellsToCompany(facts) &&
      (blank(facts.buyer.address?.lines.join('')) || blank(facts.buyer.address?.city)),
  },
  {
    field: 'buyer.siren',
    law: 'Décret n° 2022-1299',
    missing: (facts) => sellsToCompany(facts) && isFrench(countryOf(facts.buyer)) && blank(facts.buyer.siren),
  },
  {
    field: 'buyer.vat_number',
    law: `${content}, I-3°`,
    missing: (facts) => reverses(facts) && blank(facts.buyer.vatNumber),
  },
  {
    field: 'lines.label',
    law: content,
    missing: ({ lines }) => lines.length === 0 || lines.some(({ label }) => blank(label)),
  },
  {
    field: 'preceding',
    law: 'CGI, art. 289, I-5',
    missing: (facts) => amends(facts) && !facts.linked,
  },
  { field: 'reason', law: 'CGI, art. 289, I-5', missing: (facts) => amends(facts) && blank(facts.reason) },
];
