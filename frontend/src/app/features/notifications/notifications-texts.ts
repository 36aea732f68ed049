import { featureTexts } from '../../core/i18n/feature-texts';

export const notificationsTexts = featureTexts({
  fr: () => import('../../../i18n/fr/notifications').then((file) => file.notifications),
  en: () => import('../../../i18n/en/notifications').then((file) => file.notifications),
});
