import { featureTexts } from '../../core/i18n/feature-texts';

/** Login, registration, verification. */
export const doorTexts = featureTexts({
  fr: () => import('../../../i18n/fr/door').then((file) => file.door),
  en: () => import('../../../i18n/en/door').then((file) => file.door),
});

/** Profile and settings. */
export const profileTexts = featureTexts({
  fr: () => import('../../../i18n/fr/profile').then((file) => file.profile),
  en: () => import('../../../i18n/en/profile').then((file) => file.profile),
});

/** Sessions, password, second factor, address. */
export const securityTexts = featureTexts({
  fr: () => import('../../../i18n/fr/security').then((file) => file.security),
  en: () => import('../../../i18n/en/security').then((file) => file.security),
});

/** The account as a whole: data, deletion, terms. */
export const gestionTexts = featureTexts({
  fr: () => import('../../../i18n/fr/gestion').then((file) => file.gestion),
  en: () => import('../../../i18n/en/gestion').then((file) => file.gestion),
});

/** Telegram, Discord, WhatsApp. */
export const connectionsTexts = featureTexts({
  fr: () => import('../../../i18n/fr/connections').then((file) => file.connections),
  en: () => import('../../../i18n/en/connections').then((file) => file.connections),
});

/** Appearance, features, privacy. */
export const settingsTexts = featureTexts({
  fr: () => import('../../../i18n/fr/settings').then((file) => file.settings),
  en: () => import('../../../i18n/en/settings').then((file) => file.settings),
});
