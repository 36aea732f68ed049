import type { MailTemplate } from './mail-content';

export const resetPassword: MailTemplate = {
  fr: ({ firstName, link, facts }) => ({
    subject: 'Choisissez un nouveau mot de passe',
    preheader: 'Le lien que vous avez demandé.',
    greeting: `Bonjour ${firstName},`,
    paragraphs: [
      'Voici le lien pour choisir un nouveau mot de passe. Dès qu’il sera enregistré, toutes vos sessions seront fermées.',
    ],
    button: { label: 'Choisir un mot de passe', url: link },
    note: `Ce lien sert une seule fois, jusqu’au ${facts['expiresAt'] ?? ''}. Si vous n’avez rien demandé, ignorez ce message : votre mot de passe ne change pas.`,
  }),
  en: ({ firstName, link, facts }) => ({
    subject: 'Choose a new password',
    preheader: 'The link you asked for.',
    greeting: `Hello ${firstName},`,
    paragraphs: [
      'Here is the link to choose a new password. Once it is saved, all your sessions are closed.',
    ],
    button: { label: 'Choose a password', url: link },
    note: `This link works once, until ${facts['expiresAt'] ?? ''}. If you asked for nothing, ignore this message: your password does not change.`,
  }),
};

export const passwordChanged: MailTemplate = {
  fr: ({ firstName, link }) => ({
    subject: 'Votre mot de passe a changé',
    preheader: 'Si ce n’était pas vous, agissez tout de suite.',
    greeting: `Bonjour ${firstName},`,
    paragraphs: [
      'Le mot de passe de votre compte vient d’être modifié, et vos autres sessions ont été fermées.',
      'Si ce n’était pas vous, demandez un nouveau mot de passe depuis la page de connexion et écrivez-nous.',
    ],
    button: { label: 'Ouvrir mon espace', url: link },
  }),
  en: ({ firstName, link }) => ({
    subject: 'Your password has changed',
    preheader: 'If it was not you, act at once.',
    greeting: `Hello ${firstName},`,
    paragraphs: [
      'The password of your account was just changed, and your other sessions were closed.',
      'If it was not you, ask for a new password on the login page and write to us.',
    ],
    button: { label: 'Open my space', url: link },
  }),
};

export const newDevice: MailTemplate = {
  fr: ({ firstName, link, facts }) => ({
    subject: 'Connexion depuis un nouvel appareil',
    preheader: 'Était-ce bien vous ?',
    greeting: `Bonjour ${firstName},`,
    paragraphs: ['Votre compte vient d’être ouvert depuis un appareil que nous ne connaissions pas.'],
    facts: [
      { label: 'Appareil', value: facts['device'] ?? '' },
      { label: 'Pays', value: facts['place'] ?? '' },
      { label: 'Date', value: facts['moment'] ?? '' },
    ],
    button: { label: 'Voir mes sessions', url: link },
    note: 'Si c’était vous, vous n’avez rien à faire. Sinon, ouvrez cette page et choisissez « Sécuriser mon compte ».',
  }),
  en: ({ firstName, link, facts }) => ({
    subject: 'Login from a new device',
    preheader: 'Was it you?',
    greeting: `Hello ${firstName},`,
    paragraphs: ['Your account was just opened from a device we did not know.'],
    facts: [
      { label: 'Device', value: facts['device'] ?? '' },
      { label: 'Country', value: facts['place'] ?? '' },
      { label: 'Date', value: facts['moment'] ?? '' },
    ],
    button: { label: 'See my sessions', url: link },
    note: 'If it was you, there is nothing to do. If not, open this page and choose “Secure my account”.',
  }),
};

export const twoFactorOn: MailTemplate = {
  fr: ({ firstName, link }) => ({
    subject: 'Double authentification activée',
    preheader: 'Votre compte est mieux protégé.',
    greeting: `Bonjour ${firstName},`,
    paragraphs: [
      'La double authentification est activée : un code de votre application sera demandé à chaque connexion.',
      'Gardez vos codes de secours dans un endroit sûr : ils vous serviront si vous perdez votre téléphone.',
    ],
    button: { label: 'Ouvrir la page sécurité', url: link },
  }),
  en: ({ firstName, link }) => ({
    subject: 'Two-factor authentication is on',
    preheader: 'Your account is better protected.',
    greeting: `Hello ${firstName},`,
    paragraphs: [
      'Two-factor authentication is on: a code of your app is asked for at every login.',
      'Keep your recovery codes in a safe place: you will need them if you lose your phone.',
    ],
    button: { label: 'Open the security page', url: link },
  }),
};

export const twoFactorOff: MailTemplate = {
  fr: ({ firstName, link }) => ({
    subject: 'Double authentification désactivée',
    preheader: 'Si ce n’était pas vous, agissez tout de suite.',
    greeting: `Bonjour ${firstName},`,
    paragraphs: [
      'La double authentification de votre compte vient d’être désactivée : votre mot de passe suffit de nouveau.',
      'Si ce n’était pas vous, changez de mot de passe et écrivez-nous.',
    ],
    button: { label: 'Ouvrir mon espace', url: link },
  }),
  en: ({ firstName, link }) => ({
    subject: 'Two-factor authentication is off',
    preheader: 'If it was not you, act at once.',
    greeting: `Hello ${firstName},`,
    paragraphs: [
      'Two-factor authentication of your account was just switched off: your password is enough again.',
      'If it was not you, change your password and write to us.',
    ],
    button: { label: 'Open my space', url: link },
  }),
};

export const passkeyAdded: MailTemplate = {
  fr: ({ firstName, link }) => ({
    subject: 'Une clé d’accès ouvre maintenant votre compte',
    preheader: 'Si ce n’était pas vous, agissez tout de suite.',
    greeting: `Bonjour ${firstName},`,
    paragraphs: [
      'Une clé d’accès vient d’être ajoutée : l’appareil qui la garde ouvre votre compte sans mot de passe.',
      'Si ce n’était pas vous, retirez-la depuis la page sécurité et choisissez « Sécuriser mon compte ».',
    ],
    button: { label: 'Ouvrir la page sécurité', url: link },
  }),
  en: ({ firstName, link }) => ({
    subject: 'A passkey now opens your account',
    preheader: 'If it was not you, act at once.',
    greeting: `Hello ${firstName},`,
    paragraphs: [
      'A passkey was just added: the device that keeps it opens your account without a password.',
      'If it was not you, take it away on the security page and choose “Secure my account”.',
    ],
    button: { label: 'Open the security page', url: link },
  }),
};
