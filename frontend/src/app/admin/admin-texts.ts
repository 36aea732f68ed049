import { featureTexts } from '../core/i18n/feature-texts';

/** The words of the staff's pages. */
export const adminTexts = featureTexts({
  fr: () => import('../../i18n/fr/admin').then((file) => file.admin),
  en: () => import('../../i18n/en/admin').then((file) => file.admin),
});
