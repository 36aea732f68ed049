import { featureTexts } from './feature-texts';

/** The words every page needs: navigation, actions, states, errors. */
export const coreTexts = featureTexts({
  fr: () => import('../../../i18n/fr/core').then((file) => file.core),
  en: () => import('../../../i18n/en/core').then((file) => file.core),
});
