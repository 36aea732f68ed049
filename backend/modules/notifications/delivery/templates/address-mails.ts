import type { MailTemplate } from './mail-content';

export const confirmOldEmail: MailTemplate = {
  fr: ({ firstName, link, facts }) => ({
    subject: 'Confirmez votre changement d’adresse',
    preheader: 'Les deux adresses doivent être d’accord.',
    greeting: `Bonjour ${firstName},`,
    paragraphs: [
      `Vous souhaitez remplacer cette adresse par ${facts['newEmail'] ?? ''}. Confirmez-le ici, puis depuis la nouvelle adresse.`,
    ],
    button: { label: 'Confirmer le changement', url: link },
    note: `Ce lien est valable jusqu’au ${facts['expiresAt'] ?? ''}. Si vous n’avez rien demandé, ne cliquez pas : votre adresse ne change pas. Changez alors de mot de passe.`,
  }),
  en: ({ firstName, link, facts }) => ({
    subject: 'Confirm your change of address',
    preheader: 'Both addresses have to agree.',
    greeting: `Hello ${firstName},`,
    paragraphs: [
      `You wish to replace this address by ${facts['newEmail'] ?? ''}. Confirm it here, then from the new address.`,
    ],
    button: { label: 'Confirm the change', url: link },
    note: `This link works until ${facts['expiresAt'] ?? ''}. If you asked for nothing, do not click: your address does not change. Change your password then.`,
  }),
};

export const confirmNewEmail: MailTemplate = {
  fr: ({ firstName, link, facts }) => ({
    subject: 'Confirmez votre nouvelle adresse',
    preheader: 'Un clic pour dire que cette adresse est la vôtre.',
    greeting: `Bonjour ${firstName},`,
    paragraphs: ['Confirmez que cette adresse est bien la vôtre, puis ouvrez le lien envoyé à l’ancienne.'],
    button: { label: 'Confirmer cette adresse', url: link },
    note: `Ce lien est valable jusqu’au ${facts['expiresAt'] ?? ''}. Si vous n’avez rien demandé, ignorez ce message.`,
  }),
  en: ({ firstName, link, facts }) => ({
    subject: 'Confirm your new address',
    preheader: 'One click to tell us this address is yours.',
    greeting: `Hello ${firstName},`,
    paragraphs: ['Tell us that this address is yours, then open the link sent to the old one.'],
    button: { label: 'Confirm this address', url: link },
    note: `This link works until ${facts['expiresAt'] ?? ''}. If you asked for nothing, ignore this message.`,
  }),
};

export const emailChanged: MailTemplate = {
  fr: ({ firstName, link, facts }) => ({
    subject: 'L’adresse de votre compte a changé',
    preheader: 'Les prochains messages iront à la nouvelle adresse.',
    greeting: `Bonjour ${firstName},`,
    paragraphs: [
      `Votre compte utilise désormais l’adresse ${facts['newEmail'] ?? ''}. Toutes vos sessions ont été fermées : reconnectez-vous avec elle.`,
      'Si ce n’était pas vous, répondez à ce message sans attendre.',
    ],
    button: { label: 'Me connecter', url: link },
  }),
  en: ({ firstName, link, facts }) => ({
    subject: 'The address of your account has changed',
    preheader: 'Our next messages go to the new address.',
    greeting: `Hello ${firstName},`,
    paragraphs: [
      `Your account now uses the address ${facts['newEmail'] ?? ''}. All your sessions were closed: log in with it again.`,
      'If it was not you, answer this message without delay.',
    ],
    button: { label: 'Log in', url: link },
  }),
};
