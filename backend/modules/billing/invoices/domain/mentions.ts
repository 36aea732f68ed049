import type { BuyerSnapshot, IssuerSnapshot } from './invoice';

export const mentionCodes = [
  'operation-services',
  'place-remote',
  'vat-franchise',
  'vat-on-debits',
  'no-discount',
  'paid',
  'late-penalties',
  'recovery-indemnity',
] as const;
export type MentionCode = (typeof mentionCodes)[number];

/** Who sells to whom, on what terms: all that decides which words must be printed. */
export interface MentionCase {
  issuer: Pick<IssuerSnapshot, 'vatRegime' | 'vatOnDebits'>;
  buyerKind: 'person' | 'company';
}
interface MentionRule {
  code: MentionCode;
  law: string;
  applies(situation: MentionCase): boolean;
}

const always = (): boolean => true;
const toCompanies = ({ buyerKind }: MentionCase): boolean => buyerKind === 'company';

/** The mentions of the law as data; a specification walks through every case. */
export const mentionRules: readonly MentionRule[] = [
  { code: 'operation-services', law: 'CGI, ann. II, art. 242 nonies A, I-8° bis', applies: always },
  { code: 'place-remote', law: 'Arrêté n° 83-50/A du 3 octobre 1983', applies: always },
  {
    code: 'vat-franchise',
    law: 'CGI, ann. II, art. 242 nonies A, I-12°',
    applies: ({ issuer }) => issuer.vatRegime === 'franchise',
  },
  {
    code: 'vat-on-debits',
    law: 'CGI, ann. II, art. 242 nonies A, I-11° bis',
    applies: ({ issuer }) => issuer.vatRegime === 'normal' && issuer.vatOnDebits,
  },
  { code: 'no-discount', law: 'C. com., art. L. 441-9', applies: always },
  { code: 'paid', law: 'CGI, ann. II, art. 242 nonies A', applies: always },
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
  issuer: IssuerSnapshot;
  buyer: BuyerSnapshot;
  lineLabels: readonly string[];
}

const identity = 'C. com., art. R. 123-237 et R. 123-238';
const content = 'CGI, ann. II, art. 242 nonies A';
const isCompany = ({ issuer }: MentionFacts): boolean => !issuer.isSoleTrader;
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
    field: 'lines.label',
    law: content,
    missing: ({ lineLabels }) => lineLabels.length === 0 || lineLabels.some(blank),
  },
];
