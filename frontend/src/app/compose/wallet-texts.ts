import { featureTexts } from '../core/i18n/feature-texts';

/** The words of the wallet. */
export const walletTexts = featureTexts({
  fr: () => import('../../i18n/fr/wallet').then((file) => file.wallet),
  en: () => import('../../i18n/en/wallet').then((file) => file.wallet),
});
