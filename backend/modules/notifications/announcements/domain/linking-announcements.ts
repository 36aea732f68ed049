import type { Announcement } from './announcement';
import type { Facts, InAppTexts } from './in-app-texts';

const platform = (facts: Facts): string => facts['platform'] ?? '';
const who = (facts: Facts): string => facts['username'] ?? '';

const linkedText: InAppTexts = {
  fr: (facts) => ({
    title: `${platform(facts)} est connecté`,
    body: `Vos messages peuvent arriver sur ${platform(facts)} (${who(facts)}). Ce n’était pas vous ? Sécurisez votre compte.`,
  }),
  en: (facts) => ({
    title: `${platform(facts)} is connected`,
    body: `Your messages can reach you on ${platform(facts)} (${who(facts)}). It was not you? Secure your account.`,
  }),
};
const contestedText: InAppTexts = {
  fr: (facts) => ({
    title: `Quelqu’un a voulu utiliser votre compte ${platform(facts)}`,
    body: `Un autre membre a essayé de connecter ${who(facts)}. Rien n’a changé : il reste le vôtre.`,
  }),
  en: (facts) => ({
    title: `Somebody tried to use your ${platform(facts)} account`,
    body: `Another member tried to connect ${who(facts)}. Nothing changed: it is still yours.`,
  }),
};
const expiredText: InAppTexts = {
  fr: (facts) => ({
    title: `Reconnectez ${platform(facts)}`,
    body: `${platform(facts)} a mis fin à la connexion. Un clic dans vos réglages suffit pour la rétablir.`,
  }),
  en: (facts) => ({
    title: `Reconnect ${platform(facts)}`,
    body: `${platform(facts)} ended the connection. One click in your settings restores it.`,
  }),
};
const codeText: InAppTexts = {
  fr: (facts) => ({
    title: `${facts['code'] ?? ''} est votre code`,
    body: `Saisissez-le dans vos réglages dans les ${facts['minutes'] ?? ''} minutes. Ne le donnez à personne.`,
  }),
  en: (facts) => ({
    title: `${facts['code'] ?? ''} is your code`,
    body: `Enter it in your settings within ${facts['minutes'] ?? ''} minutes. Give it to nobody.`,
  }),
};

const account = {
  subjectKind: 'accounts.external-account',
  category: 'security',
  audience: 'member',
} as const;

/** News about the places a member is reached at. */
export const linkingAnnouncements = {
  'external-account-linked': {
    ...account,
    inApp: { type: 'security', severity: 'success', texts: linkedText },
  },
  'external-link-contested': {
    ...account,
    inApp: { type: 'security', severity: 'warning', texts: contestedText },
  },
  'external-account-expired': {
    ...account,
    inApp: { type: 'security', severity: 'info', texts: expiredText },
  },
  'whatsapp-code': {
    subjectKind: 'accounts.whatsapp-proof',
    category: 'security',
    audience: 'member',
    short: { texts: codeText, channels: ['whatsapp'] },
    direct: true,
  },
} as const satisfies Record<string, Announcement>;
