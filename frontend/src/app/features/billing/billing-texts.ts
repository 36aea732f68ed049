import { featureTexts } from '../../core/i18n/feature-texts';

export const billingTexts = featureTexts({
  fr: () => import('../../../i18n/fr/billing').then((file) => file.billing),
  en: () => import('../../../i18n/en/billing').then((file) => file.billing),
});
