import { featureTexts } from '../../core/i18n/feature-texts';

export const verifyTexts = featureTexts({
  fr: () => import('../../../i18n/fr/verify').then((file) => file.verify),
  en: () => import('../../../i18n/en/verify').then((file) => file.verify),
});
