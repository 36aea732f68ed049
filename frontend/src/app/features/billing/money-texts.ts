import { featureTexts } from '../../core/i18n/feature-texts';

/** The words of money received, owed and given back. */
export const moneyTexts = featureTexts({
  fr: () => import('../../../i18n/fr/money').then((file) => file.money),
  en: () => import('../../../i18n/en/money').then((file) => file.money),
});
