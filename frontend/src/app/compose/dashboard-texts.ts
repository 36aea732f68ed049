import { featureTexts } from '../core/i18n/feature-texts';

export const dashboardTexts = featureTexts({
  fr: () => import('../../i18n/fr/dashboard').then((file) => file.dashboard),
  en: () => import('../../i18n/en/dashboard').then((file) => file.dashboard),
});
