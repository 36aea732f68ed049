import type { SupplyKind } from '@calmness/contracts';
import { countryOf, type BuyerSnapshot } from './buyer';
import { isElsewhereInEu, isFrench } from './eu-countries';
import type { IssuerSnapshot } from './invoice';
import type { MentionCode } from './mentions';
import type { VatCategory } from './totals';

/** Who sells what to whom: all that decides the VAT of a line. */
export interface VatCase {
  issuer: Pick<IssuerSnapshot, 'vatRegime' | 'ossRegistered' | 'training'>;
  buyer: BuyerSnapshot;
  supplyKind: SupplyKind;
  trainingExempt: boolean;
}

/** How a line is taxed, and the words that must say so. */
export interface VatTreatment {
  code: string;
  category: VatCategory;
  /** Whose rate applies; null without tax. */
  rate: 'french' | 'country' | null;
  exemptionCode: string | null;
  mention: MentionCode | null;
  law: string;
}
interface TreatmentRule extends VatTreatment {
  applies(situation: VatCase): boolean;
}

const isCompany = ({ buyer }: VatCase): boolean => buyer.kind === 'company';
const inFrance = ({ buyer }: VatCase): boolean => isFrench(countryOf(buyer));
const inEu = ({ buyer }: VatCase): boolean => isElsewhereInEu(countryOf(buyer));
const isChecked = ({ buyer }: VatCase): boolean => Boolean(buyer.vatNumber && buyer.vatCheckedOn);
const isLive = ({ supplyKind }: VatCase): boolean => supplyKind === 'live' || supplyKind === 'training';

const taxed = { category: 'S', exemptionCode: null } as const;

/** Offer and client → VAT, the first rule that applies. Data, so that an accountant can read it down. */
export const treatmentRules: readonly TreatmentRule[] = [
  {
    code: 'franchise',
    category: 'E',
    rate: null,
    exemptionCode: 'VATEX-FR-FRANCHISE',
    mention: 'vat-franchise',
    law: 'CGI, art. 293 B',
    applies: ({ issuer }) => issuer.vatRegime === 'franchise',
  },
  {
    code: 'training-exempt',
    category: 'E',
    rate: null,
    exemptionCode: 'VATEX-FR-CGI261-4',
    mention: 'vat-training',
    law: 'CGI, art. 261-4-4° a',
    applies: (it) => it.trainingExempt && it.supplyKind === 'training' && Boolean(it.issuer.training),
  },
  { code: 'french', ...taxed, rate: 'french', mention: null, law: 'CGI, art. 278', applies: inFrance },
  {
    code: 'reverse-charge',
    category: 'AE',
    rate: null,
    exemptionCode: 'VATEX-EU-AE',
    mention: 'vat-reverse-charge',
    law: 'CGI, art. 259-1° ; directive 2006/112/CE, art. 196',
    applies: (it) => inEu(it) && isCompany(it) && isChecked(it),
  },
  {
    // Since 1 January 2025 a live session is taxed where the consumer lives, from the first euro.
    code: 'oss-live',
    ...taxed,
    rate: 'country',
    mention: 'vat-oss',
    law: 'directive (UE) 2022/542 ; CGI, art. 259 A',
    applies: (it) => inEu(it) && isLive(it),
  },
  {
    code: 'oss',
    ...taxed,
    rate: 'country',
    mention: 'vat-oss',
    law: 'CGI, art. 259 D et 298 sexdecies G',
    applies: (it) => inEu(it) && Boolean(it.issuer.ossRegistered),
  },
  {
    // Below 10 000 EUR a year in the whole Union the French rate stays (CGI, art. 259 D, II).
    code: 'below-threshold',
    ...taxed,
    rate: 'french',
    mention: null,
    law: 'CGI, art. 259 D, II',
    applies: inEu,
  },
  {
    code: 'export',
    category: 'G',
    rate: null,
    exemptionCode: 'VATEX-EU-G',
    mention: 'vat-export',
    law: 'CGI, art. 262 I',
    applies: ({ supplyKind }) => supplyKind === 'goods',
  },
  {
    code: 'outside',
    category: 'O',
    rate: null,
    exemptionCode: 'VATEX-EU-O',
    mention: 'vat-outside',
    law: 'CGI, art. 259 et 259 B',
    applies: () => true,
  },
];

export function treatmentOf(situation: VatCase): VatTreatment {
  const rule = treatmentRules.find(({ applies }) => applies(situation));
  if (!rule) throw new Error('The last rule applies to everything');
  return rule;
}

/**
 * What forbids to tax the sale as it stands: a company's VAT number nobody checked, a live session sold
 * abroad without the one-stop shop. Null when nothing does.
 */
export function obstacleOf(situation: VatCase): 'vat-number-unchecked' | 'oss-required' | null {
  if (situation.issuer.vatRegime === 'franchise' || !inEu(situation)) return null;
  const { vatNumber } = situation.buyer;
  if (isCompany(situation) && vatNumber && !isChecked(situation)) return 'vat-number-unchecked';
  const { code } = treatmentOf(situation);
  return code === 'oss-live' && !situation.issuer.ossRegistered ? 'oss-required' : null;
}
