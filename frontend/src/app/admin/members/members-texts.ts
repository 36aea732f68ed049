import { featureTexts } from '../../core/i18n/feature-texts';

/** The words of the pages about members. */
export const membersTexts = featureTexts({
  fr: () => import('../../../i18n/fr/members').then((file) => file.members),
  en: () => import('../../../i18n/en/members').then((file) => file.members),
});
