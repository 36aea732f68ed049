import { featureTexts } from '../../core/i18n/feature-texts';

/** Login, registration, verification. */
export const doorTexts = featureTexts({
  fr: () => import('../../../i18n/fr/door').then((file) => file.door),
  en: () => import('../../../i18n/en/door').then((file) => file.door),
});

/** Profile and settings. */
export const profileTexts = featureTexts({
  fr: () => import('../../../i18n/fr/profile').then((file) => file.profile),
  en: () => import('../../../i18n/en/profile').then((file) => file.profile),
});
