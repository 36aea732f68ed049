import { featureTexts } from '../../core/i18n/feature-texts';

export const contractsTexts = featureTexts({
  fr: () => import('../../../i18n/fr/contracts').then((file) => file.contracts),
  en: () => import('../../../i18n/en/contracts').then((file) => file.contracts),
});
