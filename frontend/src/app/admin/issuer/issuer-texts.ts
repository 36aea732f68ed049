import { featureTexts } from '../../core/i18n/feature-texts';

/** The words of the issuer's page. */
export const issuerTexts = featureTexts({
  fr: () => import('../../../i18n/fr/issuer').then((file) => file.issuer),
  en: () => import('../../../i18n/en/issuer').then((file) => file.issuer),
});
