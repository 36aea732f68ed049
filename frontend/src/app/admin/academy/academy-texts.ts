import { featureTexts } from '../../core/i18n/feature-texts';

/** The words of the academy's own pages: settings, banner, features, legal texts. */
export const academyTexts = featureTexts({
  fr: () => import('../../../i18n/fr/academy').then((file) => file.academy),
  en: () => import('../../../i18n/en/academy').then((file) => file.academy),
});
