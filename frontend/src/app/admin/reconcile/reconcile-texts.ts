import { featureTexts } from '../../core/i18n/feature-texts';

/** The words of the page that reads bank statements. */
export const reconcileTexts = featureTexts({
  fr: () => import('../../../i18n/fr/reconcile').then((file) => file.reconcile),
  en: () => import('../../../i18n/en/reconcile').then((file) => file.reconcile),
});
