import { featureTexts } from '../../core/i18n/feature-texts';

export const legalTexts = featureTexts({
  fr: () => import('../../../i18n/fr/legal').then((file) => file.legal),
  en: () => import('../../../i18n/en/legal').then((file) => file.legal),
});
