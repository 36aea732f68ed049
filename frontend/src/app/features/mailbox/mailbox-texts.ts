import { featureTexts } from '../../core/i18n/feature-texts';

export const mailboxTexts = featureTexts({
  fr: () => import('../../../i18n/fr/mailbox').then((file) => file.mailbox),
  en: () => import('../../../i18n/en/mailbox').then((file) => file.mailbox),
});
