import { featureTexts } from '../../core/i18n/feature-texts';

/** What becomes of messages: the words of members and staff alike. */
export const deliveryTexts = featureTexts({
  fr: () => import('../../../i18n/fr/deliveries').then((file) => file.deliveries),
  en: () => import('../../../i18n/en/deliveries').then((file) => file.deliveries),
});
