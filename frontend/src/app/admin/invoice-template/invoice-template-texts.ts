import { featureTexts } from '../../core/i18n/feature-texts';

/** The words of the dress of invoices. */
export const invoiceTemplateTexts = featureTexts({
  fr: () => import('../../../i18n/fr/invoice-template').then((file) => file.invoiceTemplate),
  en: () => import('../../../i18n/en/invoice-template').then((file) => file.invoiceTemplate),
});
