import { featureTexts } from '../core/i18n/feature-texts';

export const homeTexts = featureTexts({
  fr: () => import('../../i18n/fr/home').then((file) => file.home),
  en: () => import('../../i18n/en/home').then((file) => file.home),
});
