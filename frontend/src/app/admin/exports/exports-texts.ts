import { featureTexts } from '../../core/i18n/feature-texts';

/** The words of the exports and closings. */
export const exportsTexts = featureTexts({
  fr: () => import('../../../i18n/fr/exports').then((file) => file.bookkeeping),
  en: () => import('../../../i18n/en/exports').then((file) => file.bookkeeping),
});
