import { featureTexts } from '../../core/i18n/feature-texts';

export const leavingTexts = featureTexts({
  fr: () => import('../../../i18n/fr/leaving').then((file) => file.leaving),
  en: () => import('../../../i18n/en/leaving').then((file) => file.leaving),
});
