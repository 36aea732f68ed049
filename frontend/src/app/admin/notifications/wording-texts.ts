import { featureTexts } from '../../core/i18n/feature-texts';

/** The words of the pages where the staff writes: templates, words, broadcasts. */
export const wordingTexts = featureTexts({
  fr: () => import('../../../i18n/fr/wording').then((file) => file.wording),
  en: () => import('../../../i18n/en/wording').then((file) => file.wording),
});
