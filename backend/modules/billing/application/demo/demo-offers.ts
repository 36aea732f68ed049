import type { PaymentCoordinate, PaymentMethodCode } from '@calmness/contracts';
import type { PlanDetails } from '../../offers/application/create-plan';
import { demoIssuer } from './demo-issuer';

const sold = {
  kind: 'recurring',
  trialDays: null,
  pausable: false,
  planGroup: 'academy',
  vatRateCode: 'standard',
  priceMode: 'TTC',
  supplyKind: 'live',
  trainingExempt: false,
  active: true,
} as const;

/** Three plans of one group. Prices are TTC. */
export const demoPlans: PlanDetails[] = [
  {
    ...sold,
    code: 'essentiel',
    name: { fr: 'Essentiel', en: 'Essential' },
    description: {
      fr: 'Pour poser des bases solides, à votre rythme.',
      en: 'Solid foundations, at your own pace.',
    },
    features: {
      fr: ['Formations en direct chaque semaine', 'Replays pendant votre accès', 'Communauté des membres'],
      en: ['Live formations every week', 'Replays while you have access', 'Members’ community'],
    },
    durationMonths: 1,
    priceCents: 4_900,
    position: 1,
  },
  {
    ...sold,
    code: 'premium',
    name: { fr: 'Premium', en: 'Premium' },
    description: {
      fr: 'Les signaux commentés et un mentor à vos côtés.',
      en: 'Commented signals and a mentor beside you.',
    },
    features: {
      fr: ['Tout Essentiel', 'Signaux commentés en direct', 'Une séance de coaching par mois'],
      en: ['Everything in Essential', 'Signals commented live', 'One coaching session a month'],
    },
    durationMonths: 3,
    priceCents: 12_900,
    position: 2,
  },
  {
    ...sold,
    code: 'intensif',
    name: { fr: 'Intensif', en: 'Intensive' },
    description: {
      fr: 'Une année complète, suivie de près.',
      en: 'A full year, closely accompanied.',
    },
    features: {
      fr: ['Tout Premium', 'Deux séances de coaching par mois', 'Prêt de matériel de l’académie'],
      en: ['Everything in Premium', 'Two coaching sessions a month', 'Equipment on loan from the academy'],
    },
    durationMonths: 12,
    priceCents: 44_900,
    position: 3,
  },
];

const same = (text: string): { fr: string; en: string } => ({ fr: text, en: text });
const demoNote: PaymentCoordinate = {
  label: { fr: 'Attention', en: 'Note' },
  value: 'DÉMO — n’envoyez pas d’argent / DEMO — do not send money',
};

/** Coordinates that look right and lead nowhere. */
export const demoCoordinates: Record<PaymentMethodCode, PaymentCoordinate[]> = {
  bank_transfer: [
    { label: { fr: 'Bénéficiaire', en: 'Beneficiary' }, value: demoIssuer.legalName },
    { label: same('IBAN'), value: 'FR76 9999 9000 0100 0000 0004 286' },
    { label: same('BIC'), value: 'DEMOFRPPXXX' },
    demoNote,
  ],
  crypto: [
    { label: { fr: 'Réseau', en: 'Network' }, value: 'USDT (TRC-20)' },
    { label: { fr: 'Adresse', en: 'Address' }, value: 'TDemoAdresseSansValeurCalmness0000' },
    demoNote,
  ],
  mobile_money: [
    { label: { fr: 'Opérateur', en: 'Operator' }, value: 'Démo Money' },
    { label: { fr: 'Numéro', en: 'Number' }, value: '+225 00 00 00 00 00' },
    demoNote,
  ],
  paypal: [{ label: { fr: 'Compte', en: 'Account' }, value: 'paiement@example.com' }, demoNote],
};
