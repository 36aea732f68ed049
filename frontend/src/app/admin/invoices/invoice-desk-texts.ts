import { featureTexts } from '../../core/i18n/feature-texts';

/** The words of the invoices' rooms: list, detail, drafts. */
export const invoiceDeskTexts = featureTexts({
  fr: () => import('../../../i18n/fr/invoice-desk').then((file) => file.invoiceDesk),
  en: () => import('../../../i18n/en/invoice-desk').then((file) => file.invoiceDesk),
});
