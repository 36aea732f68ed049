import { featureTexts } from '../../core/i18n/feature-texts';

/** The words of the delivery desk. */
export const deskTexts = featureTexts({
  fr: () => import('../../../i18n/fr/desk').then((file) => file.desk),
  en: () => import('../../../i18n/en/desk').then((file) => file.desk),
});
