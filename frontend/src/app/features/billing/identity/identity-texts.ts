import { featureTexts } from '../../../core/i18n/feature-texts';

/** The words of the billing identity, on the order page and in Gestion. */
export const identityTexts = featureTexts({
  fr: () => import('../../../../i18n/fr/billing-identity').then((file) => file.billingIdentity),
  en: () => import('../../../../i18n/en/billing-identity').then((file) => file.billingIdentity),
});
